-- Shared borders of a coverage while it is generalised: each line between two faces is simplified once, for both, so
-- that neighbours still meet. Rows are there only while services/imports/coverage.ts works on a dataset.
create unlogged table grunnriss.arc (
  dataset_id bigint not null,
  block      integer not null,            -- arcs end at the borders of blocks, which are simplified one at a time
  id         bigint generated always as identity primary key,
  left_fid   bigint not null,             -- 0: outside the coverage
  right_fid  bigint not null,
  geom       geometry(LineString, 3857),  -- as drawn in the finer band
  area       double precision,            -- swept by geom as seen from the dataset's origin, left positive
  drawn      geometry(LineString, 3857),  -- as it is tried in this band; null: it shrank to a point
  drawn_area double precision not null
) with (fillfactor = 40);                 -- every row is written anew in every band: room beside it spares the indexes
-- Compressing coordinates takes longer than it saves.
alter table grunnriss.arc alter column geom set storage external;
alter table grunnriss.arc alter column drawn set storage external;

create index on grunnriss.arc (dataset_id, left_fid);
create index on grunnriss.arc (dataset_id, right_fid);
create index on grunnriss.arc (dataset_id, block);

-- Signed area between a line and a point: what the ray from the point sweeps along the line, anticlockwise positive.
-- Around a face these add up to its area, whichever way its lines were found. A line that is no more sweeps nothing.
create function grunnriss.swept_area(line geometry, origin geometry) returns double precision
  language plpgsql immutable parallel safe as $$
declare
  fan geometry;
begin
  if line is null then
    return 0;
  end if;
  fan := ST_MakePolygon(ST_AddPoint(ST_AddPoint(line, origin), ST_StartPoint(line)));
  return case when ST_IsPolygonCCW(fan) then ST_Area(fan) else -ST_Area(fan) end;
end $$;

-- Draw the lines of a block again, together, so that none crosses another (Douglas-Peucker with a check against all
-- others): ten times slower than each for itself. The k-th line in is the k-th line out; one that does not keep its
-- ends, or lie where it was, keeps its shape of the finer band. Gives back the faces beside the lines that change.
with numbered as materialized (
  select id, coalesce(geom, drawn) as geom, row_number() over (order by id) as place
  from grunnriss.arc
  where dataset_id = :dataset::bigint and block = :block::integer and coalesce(geom, drawn) is not null
), simplified as materialized (
  select coalesce(part.path[1], 1) as place, part.geom
  from (
    select ST_SimplifyPreserveTopology(ST_Collect(geom order by place), :tolerance::float8) as lines from numbered
  ) together, ST_Dump(together.lines) part
), drawn as materialized (
  select id,
    case
      when simplified.geom is null then numbered.geom
      when ST_IsClosed(numbered.geom) and ST_IsClosed(simplified.geom) and simplified.geom && numbered.geom
        then case when ST_NPoints(simplified.geom) > 3 then simplified.geom end
      when ST_StartPoint(simplified.geom) = ST_StartPoint(numbered.geom)
        and ST_EndPoint(simplified.geom) = ST_EndPoint(numbered.geom) then simplified.geom
      else numbered.geom
    end as line
  from numbered
  left join simplified using (place)
), changed as (
  update grunnriss.arc
  set geom = coalesce(arc.geom, arc.drawn),
    area = coalesce(arc.area, arc.drawn_area),
    drawn = drawn.line,
    drawn_area = grunnriss.swept_area(
      drawn.line,
      (select ST_Transform(ST_SetSRID(ST_MakePoint(:origin_x, :origin_y), grunnriss.analysis_srid()), 3857))
    )
  from drawn
  where arc.id = drawn.id and arc.drawn is distinct from drawn.line
  returning left_fid, right_fid
)
select to_jsonb(array(select left_fid from changed union select right_fid from changed)) as faces

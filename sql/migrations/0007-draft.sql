-- A draft keeps the plan as its file gave it, beside its datasets: zones that could not be loaded are judged as failed by
-- a conflict check, and a zone that was mended is judged with that note. Its datasets have `draft/<id>` as their part, so
-- that an upload never takes over a plan of the same id that is being imported.
alter table grunnriss.draft add column fingerprint text unique;  -- of the files' bytes and how they were read
alter table grunnriss.draft add column plan bytea;               -- JSON of a DraftPlan, gzip

-- A point for people: in degrees (ETRS89), and in another CRS.
create function grunnriss.place(point geometry, srid integer) returns jsonb
  language sql stable strict parallel safe
  return (
    select jsonb_build_object('lon', ST_X(d), 'lat', ST_Y(d), 'x', ST_X(s), 'y', ST_Y(s), 'crs', srid)
    from (select ST_Transform(point, 4258) as d, ST_Transform(point, srid) as s) p
  );

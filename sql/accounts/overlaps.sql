-- Land that polygons of one version of a coverage claim more than once, in a municipality.
--   :datasets, :year, :municipality, :division   as in coverage.sql
-- overlap_m2: sum over all pairs; geom: the land, each piece of ground once; repeated: what classes claim more than once
-- themselves, m² by class. Less than 1 cm² is rounding.
with polygon as materialized (
  select row_number() over () as n, p.dataset_id, p.fid, coalesce(l.class, 'unknown') as class, p.geom
  from (
    select dataset_id, fid, geom from grunnriss.piece
    where dataset_id = any (:datasets::bigint[]) and division = :division::integer and municipality = :municipality::text
    offset 0
  ) p
  join grunnriss.{table} l on l.dataset_id = p.dataset_id and l.fid = p.fid
  where (:year::bigint is null or coalesce(l.year, :year::bigint) = :year::bigint)
),
cell as materialized (
  select n, dataset_id, fid, class, geom, x.at as x, y.at as y
  from polygon
  cross join lateral generate_series(floor(st_xmin(geom) / 1000)::integer, floor(st_xmax(geom) / 1000)::integer) x(at)
  cross join lateral generate_series(floor(st_ymin(geom) / 1000)::integer, floor(st_ymax(geom) / 1000)::integer) y(at)
),
-- As in changes.sql.
near as materialized (
  select a.n as a, b.n as b, a.class, b.class as other, a.geom as a_geom, b.geom as b_geom
  from cell a join cell b on b.x = a.x and b.y = a.y
  where a.n < b.n and (a.dataset_id <> b.dataset_id or a.fid <> b.fid) and a.geom && b.geom
    and floor(greatest(st_xmin(a.geom), st_xmin(b.geom)) / 1000)::integer = a.x
    and floor(greatest(st_ymin(a.geom), st_ymin(b.geom)) / 1000)::integer = a.y
),
pair as materialized (
  select class, other, a, b, grunnriss.intersection(a_geom, b_geom) as geom from near where st_intersects(a_geom, b_geom)
),
overlap as materialized (
  select class, other, a, b, geom, grunnriss.area(geom) as area_m2 from pair where st_area(geom) > 1e-4
),
repeated as (
  select p.class, sum(grunnriss.area(p.geom)) - grunnriss.area(grunnriss.united(array_agg(p.geom))) as area_m2
  from polygon p
  where p.n in (select a from overlap where class = other union select b from overlap where class = other)
  group by p.class
)
select coalesce(sum(area_m2), 0) as overlap_m2, st_asbinary(grunnriss.united(array_agg(geom))) as geom,
  (select coalesce(jsonb_object_agg(class, area_m2), '{}') from repeated) as repeated
from overlap

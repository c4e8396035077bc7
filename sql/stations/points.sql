-- Points in both coordinate systems, with the municipality that each lies in.
--   :xs, :ys, :degrees          coordinates of each, and whether they are longitude and latitude or of the analysis CRS
--   :municipalities, :division  current datasets of the layer municipality, and the division of their pieces
-- A row for every point, in their order. municipality: the lowest number, '' outside all. geom: well-known binary.
with point as materialized (
  select p.place, case when p.degrees then st_transform(st_setsrid(st_makepoint(p.x, p.y), 4326), grunnriss.analysis_srid())
    else st_setsrid(st_makepoint(p.x, p.y), grunnriss.analysis_srid()) end as geom
  from unnest(:xs::float8[], :ys::float8[], :degrees::boolean[]) with ordinality as p(x, y, degrees, place)
)
select st_x(p.geom) as x, st_y(p.geom) as y, st_x(d.geom) as lon, st_y(d.geom) as lat, st_asbinary(p.geom) as geom,
  coalesce((
    select min(m.municipality) from grunnriss.piece m
    where m.dataset_id = any (:municipalities::bigint[]) and m.division = :division::integer
      and st_intersects(m.geom, p.geom)), '') as municipality
from point p
cross join lateral st_transform(p.geom, 4326) as d(geom)
order by p.place

-- Which places have land on features of a layer. {table} is the layer's.
--   :places, :geoms  points, well-known binary
--   :half_m          half the side of the square of land around each
--   :datasets        current datasets of the layer
-- names: of what lies there, its ids where it has no names.
with place as materialized (
  select p.place, st_expand(st_geomfromwkb(p.wkb, grunnriss.analysis_srid()), :half_m::float8) as land
  from unnest(:places::integer[], :geoms::bytea[]) as p(place, wkb)
)
select p.place, array_agg(distinct coalesce(to_jsonb(l) ->> 'name', l.source_id, l.fid::text)) as names
from place p
join grunnriss.{table} l on l.dataset_id = any (:datasets::bigint[]) and l.geom && p.land and st_intersects(l.geom, p.land)
group by p.place
order by p.place

-- What features of a layer near places offer. {table} is the layer's.
--   :places, :geoms  points, well-known binary
--   :near_m          how far off, metres
--   :datasets        current datasets of the layer
-- kind and services are null where the layer has no such field.
with place as materialized (
  select p.place, st_geomfromwkb(p.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:places::integer[], :geoms::bytea[]) as p(place, wkb)
)
select p.place, to_jsonb(l) ->> 'kind' as kind, to_jsonb(l) ->> 'services' as services
from place p
join grunnriss.{table} l on l.dataset_id = any (:datasets::bigint[]) and st_dwithin(l.geom, p.geom, :near_m::float8)
order by p.place, l.dataset_id, l.fid

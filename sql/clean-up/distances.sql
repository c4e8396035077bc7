-- How far zones lie, in a straight line, from the nearest centre zone and the nearest transit hub; ellipsoidal metres.
--   :zones, :geoms    zones
--   :centres, :hubs   current datasets of those layers
-- A row for every zone; null where the layer holds nothing.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
)
select z.zone,
  (select coalesce(grunnriss.distance(z.geom, c.geom), 0) from grunnriss.layer_centre_zone c
   where c.dataset_id = any (:centres::bigint[]) order by st_distance(c.geom, z.geom), c.fid limit 1) as centre_m,
  (select coalesce(grunnriss.distance(z.geom, h.geom), 0) from grunnriss.layer_transit_hub h
   where h.dataset_id = any (:hubs::bigint[]) order by st_distance(h.geom, z.geom), h.fid limit 1) as hub_m
from zone z
order by z.zone

-- The grid point nearest to each zone's land, with the power that its owner says is free.
--   :zones, :geoms  land
--   :datasets       current datasets of the layer grid-point
-- A row for every zone; fid null where there is no grid point at all. distance_m is ellipsoidal.
select z.zone, n.fid, n.dataset, n.id, n.name, n.available_mw, n.date::text as date,
  grunnriss.distance(z.geom, n.geom) as distance_m
from (
  select w.zone, st_geomfromwkb(w.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as w(zone, wkb)
) z
left join lateral (
  select g.fid, g.dataset_id as dataset, coalesce(g.source_id, g.fid::text) as id, g.name, g.available_mw, g.date, g.geom
  from grunnriss.layer_grid_point g
  where g.dataset_id = any (:datasets::bigint[])
  order by g.geom <-> z.geom, g.dataset_id, g.fid limit 1
) n on true
order by z.zone

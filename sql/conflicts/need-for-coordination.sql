-- The need for coordination on most of each zone's land, from published coordination zones.
--   :zones, :geoms             land
--   :datasets                  current datasets of the coordination zones
--   :division, :municipalities  find the pieces
-- A row for every zone; need is null where none is known on any of its land. On land that is shared evenly the higher need counts.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
met as materialized (
  select z.zone, l.need, p.dataset_id, grunnriss.intersection(p.geom, z.geom) as geom
  from zone z
  join grunnriss.piece p
    on p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
   and p.municipality = any (:municipalities::text[]) and st_intersects(p.geom, z.geom)
  join grunnriss.layer_coordination_zones_housing l on l.dataset_id = p.dataset_id and l.fid = p.fid and l.need is not null
),
most as (
  select distinct on (zone) zone, need, dataset_id
  from (select zone, need, dataset_id, sum(st_area(geom)) as area from met group by zone, need, dataset_id) a
  where area > 0
  order by zone, round(area::numeric, 3) desc, need desc, dataset_id desc
)
select z.zone, m.need::integer as need, m.dataset_id as dataset
from zone z
left join most m using (zone)
order by z.zone

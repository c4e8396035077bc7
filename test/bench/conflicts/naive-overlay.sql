-- The rival: judged land against whole polygons of the constraint layers, as it is written when one does not think of it:
-- every polygon that intersects, clipped, joined, measured.
--   :zones, :geoms land as well-known binary   :rules whose land each is   :nature, :reindeer, :minerals current datasets
with zone as (
  select z.zone, z.rule, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :rules::text[], :geoms::bytea[]) as z(zone, rule, wkb)
),
layer as (
  select 'nature-areas' as rule, geom from grunnriss.layer_contiguous_nature where dataset_id = any (:nature::bigint[])
  union all
  select 'nature-areas', geom from grunnriss.layer_recreation_area where dataset_id = any (:nature::bigint[])
  union all
  select 'nature-areas', geom from grunnriss.layer_nature_corridor where dataset_id = any (:nature::bigint[])
  union all
  select 'wild-reindeer', geom from grunnriss.layer_wild_reindeer where dataset_id = any (:reindeer::bigint[])
  union all
  select 'wild-reindeer', geom from grunnriss.layer_regional_plan_zone where dataset_id = any (:reindeer::bigint[])
  union all
  select 'mineral-built-over', geom from grunnriss.layer_mineral_resource
  where dataset_id = any (:minerals::bigint[]) and st_dimension(geom) = 2 and registration is distinct from 'province'
    and coalesce(importance, '') not in ('local', 'small', 'none')
)
select z.zone, z.rule, grunnriss.area(st_union(st_intersection(z.geom, l.geom))) as area_m2
from zone z
join layer l on l.rule = z.rule and st_intersects(z.geom, l.geom)
group by z.zone, z.rule

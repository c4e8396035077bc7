-- The rival: what the reserve of the zones would take, as it is written when one does not think of it: what is built and what
-- cannot be built on is joined and cut away, and what is left is laid upon whole polygons. Each piece of ground once in a zone.
--   :zones, :geoms, :municipalities, :groups   land of the zones that build, present land left out
--   :buildings, :filters, :kinds               datasets of the layers below   :buffer_m   around buildings
--   :land_cover, :ecosystems                   of the later year
with zone as (
  select z.zone, z.municipality, z."group", st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[], :municipalities::text[], :groups::text[]) as z(zone, wkb, municipality, "group")
),
taken as (
  select z.*, (
      select st_union(g.geom) from (
        select st_buffer(b.geom, :buffer_m::float8) as geom from grunnriss.layer_building b
        where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, z.geom, :buffer_m::float8)
        union all
        select st_buffer(b.geom, :buffer_m::float8) from grunnriss.layer_holiday_home b
        where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, z.geom, :buffer_m::float8)
        union all
        select st_buffer(b.geom, :buffer_m::float8) from grunnriss.layer_dwelling b
        where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, z.geom, :buffer_m::float8)
        union all
        select l.geom from grunnriss.layer_land_cover l
        where l.dataset_id = any (:land_cover::bigint[]) and l.class in ('11', '12') and st_intersects(l.geom, z.geom)
        union all
        select f.geom from grunnriss.layer_water f where f.dataset_id = any (:filters::bigint[]) and st_intersects(f.geom, z.geom)
        union all
        select f.geom from grunnriss.layer_protected_area f where f.dataset_id = any (:filters::bigint[]) and st_intersects(f.geom, z.geom)
        union all
        select f.geom from grunnriss.layer_hazard f
        where f.dataset_id = any (:filters::bigint[]) and f.kind is distinct from 'radon' and st_intersects(f.geom, z.geom)
      ) g
    ) as away
  from zone z
),
open as materialized (
  select zone, municipality, "group", case when away is null then geom else st_difference(geom, away) end as geom from taken
),
kind as (
  select 'land-cover ' || class as kind, geom from grunnriss.layer_land_cover where dataset_id = any (:land_cover::bigint[])
  union all
  select 'ecosystem ' || class, geom from grunnriss.layer_ecosystem where dataset_id = any (:ecosystems::bigint[])
  union all
  select 'contiguous-nature', geom from grunnriss.layer_contiguous_nature where dataset_id = any (:kinds::bigint[])
  union all
  select 'recreation', geom from grunnriss.layer_recreation_area where dataset_id = any (:kinds::bigint[])
  union all
  select 'nature-type', geom from grunnriss.layer_nature_type where dataset_id = any (:kinds::bigint[])
  union all
  select 'wild-reindeer', geom from grunnriss.layer_wild_reindeer where dataset_id = any (:kinds::bigint[])
  union all
  select 'shoreline', st_buffer(geom, 100) from grunnriss.layer_water where dataset_id = any (:kinds::bigint[])
)
select municipality, "group", kind, sum(area_m2) as area_m2
from (
  select o.municipality, o."group", k.kind, grunnriss.area(st_union(st_intersection(o.geom, k.geom))) as area_m2
  from open o join kind k on st_intersects(o.geom, k.geom)
  group by o.zone, o.municipality, o."group", k.kind
) parts
group by municipality, "group", kind

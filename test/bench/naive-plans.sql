-- The rival: what of the zones that build is built, by municipality and purpose, as it is
-- written when one does not think of it: zones clipped by every municipality, buildings around each buffered and joined.
-- Which plan rules is given to it: zones lie as :zones, :geoms.
--   :zones, :geoms, :municipalities, :groups   land of the zones
--   :buildings, :land_cover    datasets; :buffer_m   around buildings
with zone as (
  select z.zone, z.municipality, z."group", st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[], :municipalities::text[], :groups::text[]) as z(zone, wkb, municipality, "group")
),
parted as (
  select z.*, (
      select st_union(g.geom) from (
        select st_intersection(st_buffer(b.geom, :buffer_m::float8), z.geom) as geom from grunnriss.layer_building b
        where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, z.geom, :buffer_m::float8)
        union all
        select st_intersection(st_buffer(b.geom, :buffer_m::float8), z.geom) from grunnriss.layer_holiday_home b
        where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, z.geom, :buffer_m::float8)
        union all
        select st_intersection(st_buffer(b.geom, :buffer_m::float8), z.geom) from grunnriss.layer_dwelling b
        where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, z.geom, :buffer_m::float8)
        union all
        select st_intersection(l.geom, z.geom) from grunnriss.layer_land_cover l
        where l.dataset_id = any (:land_cover::bigint[]) and l.class in ('11', '12') and st_intersects(l.geom, z.geom)
      ) g
    ) as built
  from zone z
)
select municipality, "group", sum(grunnriss.area(geom)) as planned_m2, sum(coalesce(grunnriss.area(built), 0)) as built_m2
from parted group by municipality, "group"

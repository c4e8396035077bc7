-- The unbuilt part of present land: inside the coverage of the building layer, without what lies near buildings,
-- in connected parts of at least :unbuilt_area_m2. Land that nobody looked at for buildings counts as built. A row for
-- every zone: no geometry where it is built.
--   :zones, :geoms  land to look at
--   :buildings      current datasets of that layer
--   :built          number of the land near buildings, worked out under this land (null: there is none)
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
-- A little wider than the zones, so that its own edges are no edges of anything measured.
extent as materialized (
  select st_setsrid(st_expand(st_extent(geom), 100)::geometry, grunnriss.analysis_srid()) as geom from zone
),
coverage as materialized (
  select grunnriss.united(array_agg(
    case when st_covers(d.coverage, e.geom) then e.geom else grunnriss.intersection(d.coverage, e.geom) end)) as geom
  from grunnriss.dataset d cross join extent e
  where d.id = any (:buildings::bigint[]) and d.coverage is not null
),
looked_at as (
  select z.zone, case when st_covers(c.geom, z.geom) then z.geom else grunnriss.intersection(z.geom, c.geom) end as geom
  from zone z join coverage c on st_intersects(c.geom, z.geom)
),
open as (
  select l.zone, case when b.geom is null then l.geom else grunnriss.difference(l.geom, b.geom) end as geom
  from looked_at l
  cross join lateral (select grunnriss.built_on(:built::bigint, l.geom) as geom offset 0) b
)
select z.zone, st_asbinary(st_collect(part.geom)) as geom, coalesce(sum(part.area_m2), 0) as area_m2
from zone z
left join lateral (
  select d.geom, grunnriss.area(d.geom) as area_m2
  from open o cross join lateral st_dump(o.geom) d
  where o.zone = z.zone and grunnriss.area(d.geom) >= :unbuilt_area_m2::float8
) part on true
group by z.zone
order by z.zone

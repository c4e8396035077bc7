-- How much of each zone, or of a point, was looked at: the union of the coverages of the given datasets.
--   :zones, :geoms, :lands  zones, and the land in them that is judged
--   :datasets               datasets of the layers that the rule asks
-- A row for every zone; share is null when no dataset says where it looked. whole: nothing of the judged land wider than
-- :noise_m is left out; of land that is nowhere wider, nothing at all.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom, st_geomfromwkb(z.land, grunnriss.analysis_srid()) as land
  from unnest(:zones::integer[], :geoms::bytea[], :lands::bytea[]) as z(zone, wkb, land)
),
-- A little wider than the zones, so that its own edges are no edges of anything measured.
extent as materialized (
  select st_setsrid(st_expand(st_extent(st_collect(geom, land)), 100)::geometry, grunnriss.analysis_srid()) as geom from zone
),
-- A county's border has thousands of vertices, of which those near the zones matter; mostly none.
coverage as materialized (
  select grunnriss.united(array_agg(
    case when st_covers(d.coverage, e.geom) then e.geom else grunnriss.intersection(d.coverage, e.geom) end)) as geom
  from grunnriss.dataset d cross join extent e
  where d.id = any (:datasets::bigint[]) and d.coverage is not null
),
everywhere as materialized (
  select coalesce(st_covers(c.geom, e.geom), false) as yes from coverage c cross join extent e
)
select z.zone,
  case when c.geom is null then null
       when v.yes or st_covers(c.geom, z.geom) then 1
       when st_dimension(z.geom) < 2 or not st_intersects(c.geom, z.geom) then 0
       else grunnriss.area(grunnriss.intersection(z.geom, c.geom)) / grunnriss.area(z.geom) end as share,
  c.geom is not null
    and (v.yes or st_covers(c.geom, z.land) or st_dimension(z.land) = 2 and st_intersects(c.geom, z.land)
      and not grunnriss.is_narrower(z.land, :noise_m::float8)
      and grunnriss.is_narrower(grunnriss.difference(z.land, c.geom), :noise_m::float8)) as whole
from zone z
cross join coverage c
cross join everywhere v
order by z.zone

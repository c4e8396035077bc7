-- How much of each zone, or of a point, was looked at: the union of the coverages of the given datasets.
--   :zones, :geoms, :lands  zones, and the land in them that is judged
--   :datasets               datasets of the layers that the rule asks
-- A row for every zone; share is null when no dataset says where it looked. whole: nothing of the judged land wider than
-- :noise_m is left out; of land that is nowhere wider, nothing at all.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom, st_geomfromwkb(z.land, grunnriss.analysis_srid()) as land
  from unnest(:zones::integer[], :geoms::bytea[], :lands::bytea[]) as z(zone, wkb, land)
),
coverage as materialized (
  select grunnriss.united(array_agg(d.coverage)) as geom from grunnriss.dataset d
  where d.id = any (:datasets::bigint[]) and d.coverage is not null
)
select z.zone,
  case when c.geom is null then null
       when st_covers(c.geom, z.geom) then 1
       when st_dimension(z.geom) < 2 then 0
       else grunnriss.area(grunnriss.intersection(z.geom, c.geom)) / grunnriss.area(z.geom) end as share,
  c.geom is not null
    and (st_covers(c.geom, z.land) or st_dimension(z.land) = 2 and not grunnriss.is_narrower(z.land, :noise_m::float8)
      and grunnriss.is_narrower(grunnriss.difference(z.land, c.geom), :noise_m::float8)) as whole
from zone z
cross join coverage c
order by z.zone

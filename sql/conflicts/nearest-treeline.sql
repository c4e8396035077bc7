-- Ellipsoidal distance in metres from each zone's land to the nearest land above a treeline, looked for within :reach
-- metres. A row for every zone; null where there is none within reach. Pieces are few enough near a plan to be ordered by their boxes first and measured only while they can be nearest.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
-- By dataset: by place, the pieces of all layers within :reach would be looked through. And copied out of the table once:
-- every look at a large geometry there unpacks it anew.
above as materialized (
  select st_force2d(p.geom) as geom from grunnriss.piece p
  where p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
),
there as materialized (
  select a.geom from above a
  where a.geom && st_expand((select st_setsrid(st_extent(geom)::geometry, grunnriss.analysis_srid()) from zone), :reach::float8)
)
select z.zone, grunnriss.distance(z.geom, nearest.geom) as distance_m
from zone z
left join lateral (
  select st_distance(t.geom, z.geom) as bound from there t order by t.geom <#> z.geom limit 1
) first on first.bound <= :reach::float8
left join lateral (
  select t.geom from there t where t.geom <#> z.geom <= first.bound order by st_distance(t.geom, z.geom) limit 1
) nearest on true
order by z.zone

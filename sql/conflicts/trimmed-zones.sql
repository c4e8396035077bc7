-- Zones as they could be drawn instead: without the land on the constraints, and without remainders narrower than
-- :noise_m. No row where nothing would be left.
--   :numbers, :geoms, :overlaps  zones and the land to take out of them
with zone as materialized (
  select z.number, grunnriss.difference(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()),
                                        st_geomfromwkb(z.overlap, grunnriss.analysis_srid())) as geom
  from unnest(:numbers::integer[], :geoms::bytea[], :overlaps::bytea[]) as z(number, wkb, overlap)
),
left_over as (
  select z.number, st_multi(st_collect(part.geom)) as geom
  from zone z cross join lateral st_dump(z.geom) part
  where not grunnriss.is_narrower(part.geom, :noise_m::float8)
  group by z.number
)
select number, grunnriss.area(geom) as area_m2, st_asbinary(geom) as geom from left_over order by number

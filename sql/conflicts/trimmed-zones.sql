-- Zones as they could be drawn instead: without the land on the constraints, and without remainders narrower than :noise_m.
--   :numbers, :geoms, :overlaps  zones and the land to take out of them
-- A row for every zone; geom is null where nothing would be left.
with zone as materialized (
  select z.number, grunnriss.difference(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()),
                                        st_geomfromwkb(z.overlap, grunnriss.analysis_srid())) as geom
  from unnest(:numbers::integer[], :geoms::bytea[], :overlaps::bytea[]) as z(number, wkb, overlap)
)
select z.number, st_asbinary(left_over.geom) as geom
from zone z
cross join lateral (
  select st_multi(st_collect(part.geom)) as geom from st_dump(z.geom) part
  where not grunnriss.is_narrower(part.geom, :noise_m::float8)
) left_over
order by z.number

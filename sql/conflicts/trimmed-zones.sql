-- Zones as they could be drawn instead: without the land to leave, and without what would then be narrower than :noise_m,
-- be it a part by itself or a tail along the land that was left.
--   :numbers, :geoms  zones
--   :of, :lands       land to leave, and the zone that each piece of it is of; several pieces may overlap
-- A row for every zone; geom is null where nothing would be left. left_m2: land that the zone gives up, ellipsoidal.
with zone as materialized (
  select z.number, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:numbers::integer[], :geoms::bytea[]) as z(number, wkb)
),
land as materialized (
  select l.number, grunnriss.united(array_agg(st_geomfromwkb(l.wkb, grunnriss.analysis_srid()))) as geom
  from unnest(:of::integer[], :lands::bytea[]) as l(number, wkb)
  group by l.number
),
part as materialized (
  select z.number, l.geom as land, d.geom
  from zone z
  join land l using (number)
  cross join lateral st_dump(grunnriss.difference(z.geom, l.geom)) d
  where not grunnriss.is_narrower(d.geom, :noise_m::float8)
),
-- What a circle as wide as the noise does not reach when it rolls inside, grown by as much again so that corners stay.
tail as materialized (
  select p.number, grunnriss.united(array_agg(t.geom)) as geom
  from part p
  cross join lateral st_dump(
    grunnriss.difference(p.geom, st_buffer(st_buffer(p.geom, -0.4995 * :noise_m::float8), :noise_m::float8))) t
  where st_dwithin(t.geom, p.land, 0.01)
  group by p.number
),
trimmed as materialized (
  select p.number, st_multi(st_collect(k.geom)) as geom
  from part p
  left join tail t using (number)
  cross join lateral st_dump(case when t.geom is null then p.geom else grunnriss.difference(p.geom, t.geom) end) k
  where not grunnriss.is_narrower(k.geom, :noise_m::float8)
  group by p.number
)
select z.number, st_asbinary(t.geom) as geom, grunnriss.area(z.geom) - coalesce(grunnriss.area(t.geom), 0) as left_m2
from zone z
left join trimmed t using (number)
order by z.number

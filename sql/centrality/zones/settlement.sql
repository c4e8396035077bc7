-- The urban area that each square lies in: of those that cover enough of it, the one with most residents.
--   :wests, :souths, :side_m   squares, analysis CRS
--   :areas, :residents         urban areas, well-known binaries, and their residents
--   :share                     least part of the square
select k.place, max(a.residents) as residents
from unnest(:wests::float8[], :souths::float8[]) with ordinality as k(west, south, place)
cross join lateral (
  select st_makeenvelope(k.west, k.south, k.west + :side_m::float8, k.south + :side_m::float8, grunnriss.analysis_srid()) as geom
) s
join (
  select st_geomfromwkb(u.wkb, grunnriss.analysis_srid()) as geom, u.residents
  from unnest(:areas::bytea[], :residents::integer[]) as u(wkb, residents)
) a on a.geom && s.geom and st_intersects(a.geom, s.geom)
where st_area(grunnriss.intersection(a.geom, s.geom)) >= :share::float8 * st_area(s.geom)
group by k.place

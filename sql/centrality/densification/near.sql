-- Which lands each point lies on; only points that lie on any. :xs, :ys analysis CRS; :lands well-known binaries.
-- place: position of the point, from 1; lands: positions, from 1.
with land as materialized (
  select st_geomfromwkb(u.wkb, grunnriss.analysis_srid()) as geom, u.number::integer as number
  from unnest(:lands::bytea[]) with ordinality as u(wkb, number)
)
select k.place, array_agg(l.number order by l.number) as lands
from unnest(:xs::float8[], :ys::float8[]) with ordinality as k(x, y, place)
cross join lateral (select st_setsrid(st_makepoint(k.x, k.y), grunnriss.analysis_srid()) as geom) p
join land l on l.geom && p.geom and st_intersects(l.geom, p.geom)
group by k.place

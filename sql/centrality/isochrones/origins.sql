-- Points in degrees (ETRS89) in the analysis CRS, in their order. :lons, :lats. geom: well-known binary.
select st_x(p.geom) as x, st_y(p.geom) as y, st_asbinary(p.geom) as geom
from unnest(:lons::float8[], :lats::float8[]) with ordinality as k(lon, lat, place)
cross join lateral (
  select st_transform(st_setsrid(st_makepoint(k.lon, k.lat), 4258), grunnriss.analysis_srid()) as geom
) p
order by k.place

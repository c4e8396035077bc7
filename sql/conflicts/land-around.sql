-- Zones' land and all within :within metres of it, well-known binary. A row for every zone.
--   :zones, :geoms  land
select z.zone, st_asbinary(st_buffer(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), :within::float8)) as around
from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
order by z.zone

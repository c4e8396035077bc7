-- Zones' land and all so near it, well-known binary. A row for every zone.
--   :zones, :geoms, :metres  land, and how near to each
select z.zone, st_asbinary(st_buffer(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), z.metres)) as around
from unnest(:zones::integer[], :geoms::bytea[], :metres::float8[]) as z(zone, wkb, metres)
order by z.zone

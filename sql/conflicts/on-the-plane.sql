-- Geometry that readers see, back in the analysis CRS.
--   :numbers, :geometries  GeoJSON, longitude and latitude
select g.number, st_asbinary(st_transform(st_setsrid(st_geomfromgeojson(g.geometry), 4326), grunnriss.analysis_srid())) as geom
from unnest(:numbers::integer[], :geometries::text[]) as g(number, geometry)
order by g.number

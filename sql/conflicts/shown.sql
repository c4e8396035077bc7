-- Geometry as readers get it: longitude and latitude, outer rings counter-clockwise, a millimetre written out.
select g.number, st_asgeojson(st_forcepolygonccw(st_transform(st_geomfromwkb(g.wkb, grunnriss.analysis_srid()), 4326)), 8)::jsonb as geometry
from unnest(:numbers::integer[], :geoms::bytea[]) as g(number, wkb)
order by g.number

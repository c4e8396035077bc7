-- Geometry as plans hold it: single polygons in a CRS of plans, on its grid, outer rings counter-clockwise.
--   :numbers, :geoms  geometry, analysis CRS
--   :srid             CRS to write in
--   :grid, :digits    spacing of the grid in its unit, and decimals to write
-- A row for every polygon, the largest of each first; by whole m², so that it is the same in any CRS.
select g.number, st_asgeojson(st_forcepolygonccw(part.geom), :digits::integer)::jsonb as geometry
from unnest(:numbers::integer[], :geoms::bytea[]) as g(number, wkb)
cross join lateral st_dump(
  st_reduceprecision(st_transform(st_geomfromwkb(g.wkb, grunnriss.analysis_srid()), :srid::integer), :grid::float8)) part
where st_dimension(part.geom) = 2 and not st_isempty(part.geom)
order by g.number, round(st_area(st_transform(part.geom, grunnriss.analysis_srid()))) desc,
  st_ymax(part.geom) desc, st_xmin(part.geom)

-- Ellipsoidal m² of raster cells. :columns, :rows, :cell_m
select grunnriss.area(st_makeenvelope(k."column" * :cell_m::float8, k."row" * :cell_m::float8,
  (k."column" + 1) * :cell_m::float8, (k."row" + 1) * :cell_m::float8, grunnriss.analysis_srid())) as area_m2
from unnest(:columns::integer[], :rows::integer[]) with ordinality as k("column", "row", place)
order by k.place

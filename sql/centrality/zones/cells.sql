-- Cells of a map of development pressure.
--   :dataset                    of the layer
-- west, south, side: metres in the analysis CRS.
select st_xmin(l.geom) as west, st_ymin(l.geom) as south, st_xmax(l.geom) - st_xmin(l.geom) as side, l.municipality,
  l.pressure, l.accessibility, l.buildings, l.new_buildings, l.reserve_m2, l.from_year, l.to_year
from grunnriss.{table} l
where l.dataset_id = :dataset::bigint
order by l.fid

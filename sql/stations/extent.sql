-- The box around a layer's features, analysis CRS; nulls where there are none. {table} is the layer's.
--   :datasets  current datasets of the layer
select st_xmin(e.box) as west, st_ymin(e.box) as south, st_xmax(e.box) as east, st_ymax(e.box) as north
from (select st_extent(l.geom) as box from grunnriss.{table} l where l.dataset_id = any (:datasets::bigint[])) e

-- Where a dataset's polygons lie. The east and north border lie a metre off: no middle of a polygon is on them.
select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) + 1 as east, ST_YMax(box) + 1 as north
from (
  select ST_Extent(geom) as box
  from grunnriss.{table}
  where dataset_id = :dataset::bigint and ST_Dimension(geom) = 2
) dataset

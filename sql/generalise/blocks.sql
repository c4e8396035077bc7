-- Where a dataset's polygons lie, and how many vertices they have.
select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north, vertices
from (
  select ST_Extent(geom) as box, sum(ST_NPoints(geom)) as vertices
  from grunnriss.{table}
  where dataset_id = :dataset::bigint and ST_Dimension(geom) = 2
) dataset

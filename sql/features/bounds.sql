-- Bounds of layers in EPSG:3857, by the finest tile geometry of their datasets, where the box of each feature is stored
-- with it. The axes of that projection are monotone, so that these are also the bounds in degrees.
select layer, ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north
from (
  select d.layer, ST_Extent(g.geom) as box
  from unnest(:datasets::bigint[], :bands::smallint[]) as wanted (dataset_id, band)
  join grunnriss.dataset d on d.id = wanted.dataset_id
  join grunnriss.generalised g on g.dataset_id = wanted.dataset_id and wanted.band between g.first_band and g.last_band
  group by d.layer
) bounds
where box is not null

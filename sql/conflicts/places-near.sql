-- Features of a layer that come into a box, each as a place to go to. {table} is the layer's; it has a name.
--   :datasets                          current datasets of the layer
--   :west, :south, :east, :north       the box, analysis CRS
select l.dataset_id as dataset, l.fid, coalesce(l.source_id, l.fid::text) as id, l.name, st_asbinary(l.geom) as geom
from grunnriss.{table} l
where l.dataset_id = any (:datasets::bigint[])
  and l.geom && st_makeenvelope(:west, :south, :east, :north, grunnriss.analysis_srid())
order by l.dataset_id, l.fid

-- Features of a layer as places to go to; {table} is the layer's. :datasets current datasets. geom: well-known binary.
select l.dataset_id as dataset, l.fid, st_asbinary(l.geom) as geom,
  st_x(st_pointonsurface(l.geom)) as x, st_y(st_pointonsurface(l.geom)) as y
from grunnriss.{table} l
where l.dataset_id = any (:datasets::bigint[]) and l.geom is not null
order by l.dataset_id, l.fid

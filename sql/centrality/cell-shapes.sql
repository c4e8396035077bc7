-- Shapes of population cells, by their keys. :datasets, :fids as long as each other. geom: well-known binary, analysis CRS.
select l.dataset_id as dataset, l.fid, st_asbinary(l.geom) as geom
from unnest(:datasets::bigint[], :fids::bigint[]) as k(dataset_id, fid)
join grunnriss.layer_population l on l.dataset_id = k.dataset_id and l.fid = k.fid

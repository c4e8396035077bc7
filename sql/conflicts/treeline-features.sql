-- Every feature of the current treeline datasets, without its geometry: which line it belongs to is worked out of these.
--   :datasets current datasets of the layer treeline
select t.dataset_id as dataset, t.fid, t.source_id, t.definition, t.source, t.uncertainty_m, t.uncertainty_axis,
  greatest(t.accuracy_m, d.accuracy_m) as accuracy_m
from grunnriss.layer_treeline t
join grunnriss.dataset d on d.id = t.dataset_id
where t.dataset_id = any (:datasets::bigint[])
order by t.dataset_id, t.fid

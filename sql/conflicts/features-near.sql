-- Features of a layer within a box, with what they carry, to be sorted by a rule. {table} is the layer's.
--   :datasets                          current datasets of the layer
--   :west, :south, :east, :north       the box, analysis CRS
-- point: the geometry of those that are no polygons (they have no pieces); null for polygons.
select l.dataset_id as dataset, l.fid, l.source_id, greatest(l.accuracy_m, d.accuracy_m) as accuracy_m,
  to_jsonb(l) - 'geom' as properties,
  case when st_dimension(l.geom) < 2 then st_asbinary(l.geom) end as point
from grunnriss.{table} l
join grunnriss.dataset d on d.id = l.dataset_id
where l.dataset_id = any (:datasets::bigint[])
  and l.geom && st_makeenvelope(:west, :south, :east, :north, grunnriss.analysis_srid())
order by l.dataset_id, l.fid

-- Consideration zones of the given plans in a box.
--   :datasets current datasets of the layer zoning-consideration, :plan_ids plans that count
select coalesce(c.source_id, c.fid::text) as id, c.code, c.plan_id, st_asbinary(c.geom) as geom
from grunnriss.layer_zoning_consideration c
where c.dataset_id = any (:datasets::bigint[]) and c.plan_id = any (:plan_ids::text[]) and c.code is not null
  and c.geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())
order by c.plan_id, id

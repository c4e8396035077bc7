-- Plans whose outline meets the box around the zones, with what decides whether they count.
--   :plans current datasets of the layer plan
select p.plan_id, p.name, p.plan_type, p.plan_status, p.law, p.in_force, p.predecessor
from grunnriss.layer_plan p
where p.dataset_id = any (:plans::bigint[])
  and p.geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())
order by p.plan_id, p.in_force

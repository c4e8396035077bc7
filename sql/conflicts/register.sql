-- The plans of the register, each with its facts, its box in the analysis CRS, and the datasets that hold it.
--   :plans, :zoning, :considerations current datasets of the layers
with outline as (
  select plan_id, dataset_id, plan_type, plan_status, law, in_force, predecessor, name, geom
  from grunnriss.layer_plan where dataset_id = any (:plans::bigint[]) and plan_id is not null
),
plan as (
  select plan_id, min(name) as name, min(plan_type) as plan_type, min(plan_status) as plan_status, min(law) as law,
    min(in_force) as in_force, min(predecessor) as predecessor, st_extent(geom)::box2d as box,
    array_agg(distinct dataset_id order by dataset_id) as outlines
  from outline group by plan_id
),
zones as (
  select plan_id, array_agg(distinct dataset_id order by dataset_id) as datasets
  from grunnriss.layer_zoning where dataset_id = any (:zoning::bigint[]) group by plan_id
),
considerations as (
  select plan_id, array_agg(distinct dataset_id order by dataset_id) as datasets
  from grunnriss.layer_zoning_consideration where dataset_id = any (:considerations::bigint[]) group by plan_id
)
select p.plan_id, p.name, p.plan_type, p.plan_status, p.law, p.in_force, p.predecessor,
  array[st_xmin(p.box), st_ymin(p.box), st_xmax(p.box), st_ymax(p.box)] as box,
  p.outlines, coalesce(z.datasets, '{}') as zoning, coalesce(c.datasets, '{}') as considerations,
  grunnriss.analysis_srid() as srid
from plan p
left join zones z using (plan_id)
left join considerations c using (plan_id)
order by p.plan_id

-- Zones of plans in force that meet a box, the largest first, with what they are in a picture.
--   :plans, :zoning   current datasets
--   :groups, :kinds   purpose groups that are shown, and what each is in the picture
--   :west, :south, :east, :north   analysis CRS   :most so many
select k.kind, st_asbinary(l.geom) as geom
from grunnriss.layer_zoning l
join unnest(:groups::text[], :kinds::text[]) as k(purpose_group, kind) on k.purpose_group = l.purpose_group
where l.dataset_id = any (:zoning::bigint[]) and coalesce(l.level, 2) = 2
  and l.geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())
  and exists (select from grunnriss.layer_plan p
    where p.dataset_id = any (:plans::bigint[]) and p.plan_id = l.plan_id and p.plan_status in (3, 6, 7))
order by st_area(l.geom) desc, l.dataset_id, l.fid
limit :most::integer

-- A draft plan's datasets, and the plans it takes the place of.   :id
select d.plan_id, max(s.id) filter (where s.layer = 'zoning') as zoning,
  max(s.id) filter (where s.layer = 'zoning-consideration') as considerations,
  array_remove(array_agg(distinct p.predecessor) || d.plan_id, null) as replaces
from grunnriss.draft d
join grunnriss.draft_dataset m on m.draft = d.id
join grunnriss.dataset s on s.id = m.dataset_id
left join grunnriss.layer_plan p on p.dataset_id = s.id
where d.id = :id
group by d.id, d.plan_id

-- One draft: what was found in it, without the plan itself.
select d.id, d.plan_id, d.created_at, d.report,
  (select jsonb_object_agg(s.layer, s.id) from grunnriss.draft_dataset m join grunnriss.dataset s on s.id = m.dataset_id
   where m.draft = d.id) as datasets
from grunnriss.draft d where d.id = :id

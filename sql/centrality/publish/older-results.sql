-- Results of an analysis that no edition ever held, of all but the newest :most runs that have any, the oldest run first.
--   :kind, :part   the analysis, and what its results take the place of
select r.id as run, d.id as dataset, d.layer
from (
  select r.id, r.key, row_number() over (order by r.finished_at desc, r.id desc) as turn
  from grunnriss.run r
  where r.kind = :kind and r.subject = :part and r.state = 'done'
    and exists (select from grunnriss.dataset d where d.run_key = r.key)
    and not exists (
      select from grunnriss.dataset d join grunnriss.edition_dataset m on m.dataset_id = d.id where d.run_key = r.key)
) r
join grunnriss.dataset d on d.run_key = r.key
where r.turn > :most::integer
order by r.turn desc, d.id

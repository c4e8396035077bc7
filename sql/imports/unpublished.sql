-- Whole loads of a layer that died before they were published: of this part when they were whole :silent_seconds ago, of
-- others after :left_seconds, since what is loaded beside them may take long and is published together. Drafts and results have owners of
-- their own; of a load from which nothing could be taken, what it rejected is kept.
select d.id, d.layer
from grunnriss.dataset d
where d.layer = :layer and d.complete and d.loaded_count > 0 and d.run_key is null and d.part not like 'draft/%'
  and d.imported_at < now() - make_interval(
    secs => case when d.part = :part then :silent_seconds::float8 else :left_seconds::float8 end)
  and not exists (select from grunnriss.edition_dataset m where m.dataset_id = d.id)
order by d.id

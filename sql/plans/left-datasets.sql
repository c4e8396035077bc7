-- Datasets of drafts that a process left behind when it died before it kept the draft.
select id, layer, part from grunnriss.dataset s
where part like 'draft/%' and complete and imported_at < now() - make_interval(secs => :silent_seconds::float8)
  and not exists (select from grunnriss.draft_dataset m where m.dataset_id = s.id)
  and not exists (select from grunnriss.edition_dataset e where e.dataset_id = s.id)

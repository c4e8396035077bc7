-- What came with a job goes with its end: it may hold a draft. Only the latest holder of the lease may publish.
update grunnriss.run
set state = 'done', progress = 1, finished_at = now(), request = case when subject = 'job' then '{}' else request end, result = :result::jsonb
where id = :id and fence = :fence and state = 'running'
returning id, key, kind, subject, state, progress, message, created_at, started_at, finished_at, error, result

-- Only the latest holder of the lease may publish.
update grunnriss.run
set state = 'done', progress = 1, finished_at = now(), result = :result::jsonb
where id = :id and fence = :fence and state = 'running'
returning id, key, kind, subject, state, progress, message, created_at, started_at, finished_at, error, result

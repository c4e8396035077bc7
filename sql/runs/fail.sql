-- What came with a job goes with its end: it may hold a draft.
update grunnriss.run
set state = 'failed', finished_at = now(), request = case when subject = 'job' then '{}' else request end, error = :error::jsonb
where id = :id and fence = :fence and state = 'running'

update grunnriss.run
set state = 'failed', finished_at = now(), error = :error::jsonb
where id = :id and fence = :fence and state = 'running'

-- Give a job back to the queue, by its holder alone: another worker takes it up.
update grunnriss.run
set state = 'queued', lease_until = null, progress = 0, message = ''
where id = :id and fence = :fence and state = 'running'

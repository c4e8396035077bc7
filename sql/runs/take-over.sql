-- Take a run that waits, or whose worker fell silent. The fence tells the new holder from the old one.
update grunnriss.run
set state = 'running', started_at = now(), lease_until = now() + make_interval(secs => :seconds), fence = fence + 1
where id = (
  select id
  from grunnriss.run
  where key = :key and (state = 'queued' or (state = 'running' and lease_until < now()))
  for update skip locked
)
returning id, fence

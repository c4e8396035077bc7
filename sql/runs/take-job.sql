-- Take the job that has waited longest, or whose worker fell silent. The fence tells the new holder from the old one.
update grunnriss.run
set state = 'running', started_at = now(), lease_until = now() + make_interval(secs => :seconds), fence = fence + 1,
  deaths = deaths + (state = 'running')::integer
where id = (
  select id
  from grunnriss.run
  where subject = 'job' and (state = 'queued' or (state = 'running' and lease_until < now()))
  order by id
  for update skip locked
  limit 1
)
returning id, fence, deaths, key, kind, request

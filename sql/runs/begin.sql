-- A new run, unless one with this key is already queued or running: then no row.
insert into grunnriss.run (key, kind, subject, request, state, started_at, lease_until, fence)
values (:key, :kind, :subject, :request::jsonb, 'running', now(), now() + make_interval(secs => :seconds), 1)
on conflict (key) where state in ('queued', 'running') do nothing
returning id, fence

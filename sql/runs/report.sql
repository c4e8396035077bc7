-- Progress, and a longer lease, for the holder alone.
update grunnriss.run
set progress = :share, message = :message, lease_until = now() + make_interval(secs => :seconds)
where id = :id and fence = :fence and state = 'running'
returning id

-- A longer lease for the holder alone.
update grunnriss.run
set lease_until = now() + make_interval(secs => :seconds)
where id = :id and fence = :fence and state = 'running'

-- A run that turned out not to be needed.
delete from grunnriss.run where id = :id and fence = :fence and state = 'running'

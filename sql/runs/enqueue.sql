-- Put a job in the queue, unless :most wait already: then no row.
insert into grunnriss.run (key, kind, subject, request, state)
select :key, :kind, 'job', :request::jsonb, 'queued'
where (select count(*) from grunnriss.run where subject = 'job' and state = 'queued') < :most::integer
returning id, key, kind, subject, state, progress, message, created_at, started_at, finished_at, error, result

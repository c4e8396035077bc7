-- Jobs that ended more than :days ago: what came with them, and their answers.
delete from grunnriss.run
where subject = 'job' and state in ('done', 'failed', 'cancelled') and finished_at < now() - make_interval(days => :days::integer)

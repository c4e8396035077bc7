-- Jobs that ended more than :days ago, and the oldest of those beyond :most: their answers go with them.
delete from grunnriss.run
where id in (
  select id from (
    select id, finished_at, row_number() over (order by finished_at desc, id desc) as turn
    from grunnriss.run
    where subject = 'job' and state in ('done', 'failed', 'cancelled')
  ) ended
  where turn > :most::integer or finished_at < now() - make_interval(days => :days::integer)
)

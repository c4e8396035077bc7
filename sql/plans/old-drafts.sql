-- Drafts that are older than :days, and the oldest ones beyond :most.
select id from (
  select id, created_at, row_number() over (order by created_at desc, id) as turn from grunnriss.draft
) d
where d.turn > :most::integer or d.created_at < now() - make_interval(days => :days::integer)
order by id

-- Accounts of municipalities as they were made before, oldest first, the last one of each day: plans in force by the given
-- buffer over the newest coverages, and nature. What was asked of other versions is no history.
--   :numbers of municipalities   :buffer_m
select distinct on (municipality, r.kind, r.finished_at::date) r.request -> 'parameters' ->> 'municipality' as municipality, r.kind,
  to_char(r.finished_at at time zone 'UTC', 'YYYY-MM-DD') as date, r.result
from grunnriss.run r
where r.state = 'done' and r.kind in ('plan-account', 'nature-account')
  and r.request -> 'parameters' ->> 'municipality' = any (:numbers::text[])
  and (r.kind = 'nature-account'
    or (r.request -> 'parameters' -> 'draft' = 'null'::jsonb
      and r.request -> 'parameters' -> 'of_newest' = 'true'::jsonb
      and (r.request -> 'parameters' ->> 'built_buffer_m')::float8 = :buffer_m::float8))
order by municipality, r.kind, r.finished_at::date, r.finished_at desc

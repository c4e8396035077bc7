-- Sweeps over the plans in force, oldest first, with what each found by rule, municipality and verdict.
--   :numbers of municipalities   :key of the run whose findings are on the map
select to_char(r.finished_at at time zone 'UTC', 'YYYY-MM-DD') as date, r.key = :key as on_map,
  (select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(r.result -> 'counts') c
   where c ->> 'municipality' = any (:numbers::text[])) as counts
from grunnriss.run r
where r.kind = 'conflict-sweep' and r.state = 'done'
order by r.finished_at, r.id

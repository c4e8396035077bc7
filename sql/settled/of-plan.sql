-- What has been settled of a plan, oldest first.
select rule, zone, geometry, reason, name, to_char(settled_at at time zone 'UTC', 'YYYY-MM-DD') as date
from grunnriss.settled where plan_id = :plan_id
order by settled_at, rule, zone, geometry

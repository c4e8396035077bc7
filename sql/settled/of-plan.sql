-- What has been settled of a plan, oldest first.
select rule, zone, geometry, reason, name, to_char(settled_at at time zone 'UTC', 'YYYY-MM-DD') as date,
  st_asbinary(ground) as ground, purpose, constraints,
  case when ground is not null then array[st_xmin(ground), st_ymin(ground), st_xmax(ground), st_ymax(ground)] end as box
from grunnriss.settled where plan_id = :plan_id
order by settled_at, rule, zone, geometry

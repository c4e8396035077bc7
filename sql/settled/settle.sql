-- Settle a finding; said again, the newer words count.
insert into grunnriss.settled (plan_id, rule, zone, geometry, reason, name)
values (:plan_id, :rule, :zone, :geometry, :reason, :name)
on conflict (plan_id, rule, zone, geometry)
do update set reason = excluded.reason, name = excluded.name, settled_at = now()

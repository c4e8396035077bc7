-- Settle a finding; said again, the newer words count.
insert into grunnriss.settled (plan_id, rule, zone, geometry, ground, purpose, constraints, reason, name)
values (:plan_id, :rule, :zone, :geometry, st_geomfromwkb(:ground::bytea, grunnriss.analysis_srid()), :purpose, :constraints::text[],
  :reason, :name)
on conflict (plan_id, rule, zone, geometry)
do update set reason = excluded.reason, name = excluded.name, settled_at = now(), ground = excluded.ground,
  purpose = excluded.purpose, constraints = excluded.constraints

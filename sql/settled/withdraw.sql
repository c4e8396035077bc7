-- Take back what was settled about a rule and a zone of a plan, on whatever ground, and what holds for the zone now though
-- it was settled under another id.
--   :zones, :geometries  the marks that hold
delete from grunnriss.settled s
where s.plan_id = :plan_id and s.rule = :rule and (s.zone = :zone or exists (
  select from unnest(:zones::text[], :geometries::text[]) as h(zone, geometry) where h.zone = s.zone and h.geometry = s.geometry))
returning s.geometry

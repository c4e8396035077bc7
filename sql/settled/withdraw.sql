-- Take back what was settled about a rule and a zone of a plan, on whatever ground.
delete from grunnriss.settled where plan_id = :plan_id and rule = :rule and zone = :zone
returning geometry

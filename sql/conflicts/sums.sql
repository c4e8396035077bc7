-- Ellipsoidal m² of land per rule, land that several zones share counted once.
--   :rules                 every rule that is asked about
--   :of_rules, :geoms      land, and the rule that each piece of it was found by
-- A row for every rule; 0 where it found no land.
with found as (
  select f.rule, grunnriss.area(grunnriss.united(array_agg(st_geomfromwkb(f.wkb, grunnriss.analysis_srid())))) as area_m2
  from unnest(:of_rules::text[], :geoms::bytea[]) as f(rule, wkb)
  group by f.rule
)
select r.rule, case when f.rule is null then 0 else f.area_m2 end as area_m2
from unnest(:rules::text[]) as r(rule)
left join found f using (rule)

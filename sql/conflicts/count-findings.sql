-- Findings of a sweep by rule, municipality and verdict: their number by where most of the zone lies, and for hits the
-- land in each municipality, shared land counted once; ellipsoidal area.
--   :dataset of the sweep   :division that its pieces are cut by
with counted as (
  select rule, coalesce(municipality, '') as municipality, verdict, count(*)::integer as findings
  from grunnriss.layer_conflict_in_force where dataset_id = :dataset group by 1, 2, 3
),
land as (
  select l.rule, p.municipality, l.verdict, grunnriss.area(grunnriss.united(array_agg(p.geom order by p.fid))) as area_m2
  from grunnriss.layer_conflict_in_force l
  join grunnriss.piece p on p.dataset_id = l.dataset_id and p.fid = l.fid and p.division = :division::integer
  where l.dataset_id = :dataset and l.verdict in ('conflict', 'review')
  group by 1, 2, 3
)
select rule, municipality, verdict, coalesce(c.findings, 0) as findings, l.area_m2
from counted c
full join land l using (rule, municipality, verdict)
order by rule, municipality, verdict

-- The features of one plan as they were loaded: outline, purposes, consideration zones; geometry in the analysis CRS.
--   :outlines, :zoning, :considerations datasets that hold the plan
select f.layer, f.source_id, f.properties, st_asbinary(f.geom, 'NDR') as geom
from (
  select 1 as turn, 'plan' as layer, l.fid, l.source_id, l.geom, to_jsonb(l) - '{geom,dataset_id,fid}'::text[] as properties
  from grunnriss.layer_plan l where l.dataset_id = any (:outlines::bigint[]) and l.plan_id = :plan_id
  union all
  select 2, 'zoning', l.fid, l.source_id, l.geom, to_jsonb(l) - '{geom,dataset_id,fid}'::text[]
  from grunnriss.layer_zoning l where l.dataset_id = any (:zoning::bigint[]) and l.plan_id = :plan_id
  union all
  select 3, 'zoning-consideration', l.fid, l.source_id, l.geom, to_jsonb(l) - '{geom,dataset_id,fid}'::text[]
  from grunnriss.layer_zoning_consideration l
  where l.dataset_id = any (:considerations::bigint[]) and l.plan_id = :plan_id
) f
order by f.turn, f.fid

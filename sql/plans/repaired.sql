-- Features of a plan whose geometry was mended, with its area before and after (in the plane) and a point inside.
--   :datasets those of the plan   :srid CRS that places are also given in
with mended as (
  select 'plan' as layer, dataset_id, fid, source_id, name, geom from grunnriss.layer_plan
  where dataset_id = any (:datasets::bigint[])
  union all
  select 'zoning', dataset_id, fid, source_id, name, geom from grunnriss.layer_zoning
  where dataset_id = any (:datasets::bigint[])
  union all
  select 'zoning-consideration', dataset_id, fid, source_id, name, geom from grunnriss.layer_zoning_consideration
  where dataset_id = any (:datasets::bigint[])
)
select m.layer, m.fid, m.source_id, i.stable, m.name, r.index, r.reason as fault, r.area_before_m2, r.area_after_m2,
  grunnriss.place(st_pointonsurface(m.geom), :srid::integer) as place
from grunnriss.repaired r
join mended m on m.dataset_id = r.dataset_id and m.fid = r.fid
join grunnriss.identity i on i.fid = r.fid
where r.dataset_id = any (:datasets::bigint[])
order by r.index

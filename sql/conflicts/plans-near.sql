-- Plans whose outline meets the box around the zones, with what decides whether they count.
--   :plans current datasets of the layer plan
select p.plan_id, p.name, p.plan_type, p.plan_status, p.law, p.in_force, p.predecessor
from grunnriss.layer_plan p
where p.dataset_id = any (:plans::bigint[])
  and p.geom && (select st_setsrid(st_extent(st_geomfromwkb(z.wkb))::geometry, grunnriss.analysis_srid())
                 from unnest(:geoms::bytea[]) as z(wkb))
order by p.plan_id, p.in_force

-- Areas that plans in force give the purpose group of a zone, in the zone's municipality: the nearest.
--   :subject, :group, :municipality   the zone, its purpose group, its municipality
--   :plans, :zoning, :replaced        current datasets; plan ids that the checked plan replaces
--   :kept                             zones of the checked plan that keep land for the purpose: of what it replaces, only
--                                     the land in them is still given
--   :division                         of the pieces
--   :most                             areas
with subject as materialized (select st_geomfromwkb(:subject::bytea, grunnriss.analysis_srid()) as geom),
kept as materialized (
  select coalesce(grunnriss.united(array_agg(st_geomfromwkb(k.wkb, grunnriss.analysis_srid()))),
    st_geomfromtext('polygon empty', grunnriss.analysis_srid())) as geom
  from unnest(:kept::bytea[]) as k(wkb)
),
plan as materialized (
  select distinct p.plan_id, p.plan_id = any (:replaced::text[]) as replaced
  from grunnriss.layer_plan p
  where p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7)
),
near as materialized (
  select l.dataset_id, l.fid, p.replaced
  from grunnriss.layer_zoning l
  join plan p using (plan_id)
  cross join subject s
  where l.dataset_id = any (:zoning::bigint[]) and l.purpose_group = :group and coalesce(l.level, 2) = 2
    and exists (select from grunnriss.piece q where q.dataset_id = l.dataset_id and q.fid = l.fid
                and q.division = :division::integer and q.municipality = :municipality)
  order by st_distance(l.geom, s.geom), l.fid
  limit :most::integer
),
area as materialized (
  select n.dataset_id, n.fid, case when n.replaced then grunnriss.intersection(grunnriss.united(array_agg(q.geom)), (select geom from kept))
                   else grunnriss.united(array_agg(q.geom)) end as geom
  from near n
  join grunnriss.piece q on q.dataset_id = n.dataset_id and q.fid = n.fid
    and q.division = :division::integer and q.municipality = :municipality
  group by n.dataset_id, n.fid, n.replaced
)
select dataset_id as dataset, fid, st_asbinary(geom) as geom from area order by dataset_id, fid

-- Unbuilt land in areas of plans in force that have the purpose group of a zone, in the zone's municipality.
--   :subject, :group, :municipality   the zone, its purpose group, its municipality
--   :datasets, :fids, :areas          the areas, and what of each is given (areas-for-purpose.sql)
--   :draft                            zones of the plan that is checked: it rules where it lies
--   :plans, :zoning, :replaced        current datasets; plan ids that the checked plan replaces
--   :out                              current datasets of layers whose land is left out
--   :land_cover, :out_classes         the same of land cover, and the classes that are left out; land without a class is, too
--   :built                            number of the land near buildings, worked out under the areas (null: there is none)
--   :division                         of the pieces
--   :size_m2, :least_m2, :noise_m     what has to be found room for; the least connected piece of an area that is
--                                     built already; what is narrower is no land
-- A row for every area that has the room. reserve: nothing of it is built; a connected piece of it has all the room.
-- A plan without a date is the oldest.
with subject as materialized (select st_geomfromwkb(:subject::bytea, grunnriss.analysis_srid()) as geom),
draft as materialized (
  select coalesce(grunnriss.united(array_agg(st_geomfromwkb(d.wkb, grunnriss.analysis_srid()))),
    st_geomfromtext('polygon empty', grunnriss.analysis_srid())) as geom
  from unnest(:draft::bytea[]) as d(wkb)
),
plan as materialized (
  select p.plan_id, p.plan_id = any (:replaced::text[]) as replaced, coalesce(max(p.in_force), '-infinity') as in_force
  from grunnriss.layer_plan p
  where p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7)
  group by p.plan_id
),
area as materialized (
  select l.dataset_id, l.fid, l.source_id, l.plan_id, l.name, l.status, p.in_force, p.replaced,
    st_geomfromwkb(a.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:datasets::bigint[], :fids::bigint[], :areas::bytea[]) as a(dataset_id, fid, wkb)
  join grunnriss.layer_zoning l using (dataset_id, fid)
  join plan p using (plan_id)
),
house as materialized (
  select * from (
    select a.dataset_id, a.fid, grunnriss.built_on(:built::bigint, a.geom) as geom from area a offset 0
  ) b
  where geom is not null
),
unfit as (
  select a.dataset_id, a.fid, grunnriss.intersection(q.geom, a.geom) as geom
  from area a
  join grunnriss.piece q on q.dataset_id = any (:out::bigint[]) and q.division = :division::integer
    and q.municipality = :municipality and st_intersects(q.geom, a.geom)
  union all
  select a.dataset_id, a.fid, grunnriss.intersection(q.geom, a.geom)
  from area a
  join grunnriss.piece q on q.dataset_id = any (:land_cover::bigint[]) and q.division = :division::integer
    and q.municipality = :municipality and st_intersects(q.geom, a.geom)
  join grunnriss.layer_land_cover c on c.dataset_id = q.dataset_id and c.fid = q.fid
    and (c.class is null or c.class = any (:out_classes::text[]))
  union all
  -- What a newer plan gives to something else.
  select a.dataset_id, a.fid, grunnriss.intersection(q.geom, a.geom)
  from area a
  join grunnriss.piece q on q.dataset_id = any (:zoning::bigint[]) and q.division = :division::integer
    and q.municipality = :municipality and st_intersects(q.geom, a.geom)
  join grunnriss.layer_zoning l on l.dataset_id = q.dataset_id and l.fid = q.fid and coalesce(l.level, 2) = 2
    and l.purpose_group is distinct from :group
  join plan p on p.plan_id = l.plan_id and p.in_force > a.in_force and not p.replaced
  union all
  select dataset_id, fid, geom from house
),
taken as materialized (
  select dataset_id, fid, grunnriss.united(array_agg(geom)) as geom from unfit group by dataset_id, fid
),
part as materialized (
  select a.dataset_id, a.fid, d.geom, grunnriss.area(d.geom) as area_m2
  from area a
  left join taken t using (dataset_id, fid)
  cross join draft
  cross join lateral st_dump(grunnriss.difference(
    case when t.geom is null then a.geom else grunnriss.difference(a.geom, t.geom) end, draft.geom)) d
  where not grunnriss.is_narrower(d.geom, :noise_m::float8)
),
kind as (
  select a.*, not exists (select from house h where h.dataset_id = a.dataset_id and h.fid = a.fid)
    and (a.status is null or a.status = 2) as reserve
  from area a
),
room as materialized (
  select k.dataset_id, k.fid, st_multi(st_collect(p.geom)) as geom, sum(p.area_m2) as area_m2
  from kind k
  join part p using (dataset_id, fid)
  where p.area_m2 >= case when k.reserve then :size_m2::float8 else :least_m2::float8 end
  group by k.dataset_id, k.fid
  having sum(p.area_m2) >= :size_m2::float8
)
select k.reserve, k.plan_id, coalesce(k.source_id, k.fid::text) as id, k.name, st_asbinary(r.geom) as geom, r.area_m2,
  array[st_xmin(r.geom), st_ymin(r.geom), st_xmax(r.geom), st_ymax(r.geom)] as box,
  grunnriss.distance(r.geom, s.geom) as distance_m
from kind k
join room r using (dataset_id, fid)
cross join subject s
order by k.reserve desc, distance_m, k.plan_id, id

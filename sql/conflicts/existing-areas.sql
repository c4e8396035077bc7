-- Land around a plan that is set aside for a purpose already: what plans in force give (land of a master plan with a status
-- that counts, or a regulation), without what a newer plan in force gives another purpose (its zones 910 keep older regulations) and
-- without the plan's own zones; and what of those zones is no new land.
--   :zoning, :considerations, :plans  current datasets of those layers
--   :left_out                      ids of the plan that is checked and of the one that it replaces
--   :object_types, :codes          the purposes
--   :statuses                      statuses of master plans that count
--   :west, :south, :east, :north   where to look, analysis CRS
--   :own                           geometry of all the plan's zones on the ground
--   :present, :lands               those of them with the purpose, and the new land in each (null: none)
--   :noise_m                       a narrower remainder is drawing noise
-- dataset and fid are null for land of the plan itself. A plan without a date is the oldest.
with box as (
  select st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid()) as geom
),
plan as materialized (
  select p.plan_id, coalesce(max(p.in_force), '-infinity') as in_force
  from grunnriss.layer_plan p
  where p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7) and p.plan_id <> all (:left_out::text[])
  group by p.plan_id
),
-- Copied out of the table once: every look at a large geometry there unpacks it anew.
near as materialized (
  select l.dataset_id, l.fid, coalesce(l.source_id, l.fid::text) as id, l.purpose_group, l.object_type, l.purpose, l.status,
    l.plan_id, p.in_force, st_force2d(l.geom) as geom
  from grunnriss.layer_zoning l
  join plan p using (plan_id)
  where l.dataset_id = any (:zoning::bigint[]) and coalesce(l.level, 2) = 2 and l.geom && (select geom from box)
),
area as materialized (
  select n.* from near n
  join unnest(:object_types::text[], :codes::integer[]) as c(object_type, code)
    on c.object_type = n.object_type and c.code = n.purpose
  where n.status = any (:statuses::integer[]) or n.object_type like 'R%'
),
kept as materialized (
  select c.plan_id, grunnriss.united(array_agg(c.geom)) as geom
  from grunnriss.layer_zoning_consideration c
  where c.dataset_id = any (:considerations::bigint[]) and c.code = 910 and c.geom && (select geom from box)
  group by c.plan_id
),
taken(dataset_id, fid, geom) as (
  select a.dataset_id, a.fid,
    case when k.geom is not null and a.object_type like 'R%' then grunnriss.difference(o.geom, k.geom) else o.geom end
  from area a
  join near o on o.in_force > a.in_force and o.purpose_group <> a.purpose_group and o.geom && a.geom
    and st_intersects(o.geom, a.geom)
  left join kept k on k.plan_id = o.plan_id
  union all
  select a.dataset_id, a.fid, o.geom
  from area a
  join (select st_geomfromwkb(w.wkb, grunnriss.analysis_srid()) as geom from unnest(:own::bytea[]) as w(wkb)) o
    on o.geom && a.geom and st_intersects(o.geom, a.geom)
),
existing as (
  select a.dataset_id as dataset, a.fid, a.id,
    case when t.geom is null then a.geom else grunnriss.difference(a.geom, t.geom) end as geom
  from area a
  left join (select dataset_id, fid, grunnriss.united(array_agg(geom)) as geom from taken group by dataset_id, fid) t
    using (dataset_id, fid)
  union all
  select null, null, null, case when p.land is null then p.geom else grunnriss.difference(p.geom, p.land) end
  from (
    select st_geomfromwkb(w.wkb, grunnriss.analysis_srid()) as geom, st_geomfromwkb(w.land, grunnriss.analysis_srid()) as land
    from unnest(:present::bytea[], :lands::bytea[]) as w(wkb, land)
    where w.land is distinct from w.wkb -- all of it is new
  ) p
)
select dataset, fid, id, st_asbinary(geom) as geom
from existing
where not grunnriss.is_narrower(geom, :noise_m::float8)
order by dataset, fid

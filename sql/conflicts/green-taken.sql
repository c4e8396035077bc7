-- Green structure of plans in force that each zone's land takes, in urban areas and near them.
--   :zones, :geoms       land to measure
--   :plan_ids, :ranks    plans in force by date, oldest first
--   :zoning, :considerations, :urban  current datasets; :division and :municipalities find the pieces of the first two
--   :urban_m             metres from an urban area that count as near it
--   :reach               metres around a zone in which the nearest green structure is looked for
--   :touching_m          an overlap narrower than this, or than the data's accuracy, is no hit
-- Where plans clash the newer rules, except that its zones 910 keep an older regulation.
-- A row for every zone. met: the zones of green structure that the overlap lies on; touched, distance_m: of what lies in or
-- near an urban area, where there is no overlap; plans: datasets of the green structure within reach and of what newer plans
-- give there.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
plan as materialized (
  select * from unnest(:plan_ids::text[], :ranks::integer[]) as p(plan_id, rank)
),
town as materialized (
  select grunnriss.united(array_agg(st_buffer(u.geom, :urban_m::float8))) as geom
  from grunnriss.layer_urban_area u
  where u.dataset_id = any (:urban::bigint[])
    and u.geom && (select st_setsrid(st_expand(st_extent(geom), :urban_m::float8 + :reach::float8)::geometry,
      grunnriss.analysis_srid()) from zone)
),
extent as materialized (
  select st_setsrid(st_expand(st_extent(geom), :reach::float8)::geometry, grunnriss.analysis_srid()) as geom from zone
),
-- Green structure that may lie within reach of any zone, looked up once for all of them: what is green before its pieces.
lawn as materialized (
  select l.dataset_id, l.fid, l.plan_id, p.rank, l.object_type like 'R%' as regulation,
    greatest(:touching_m::float8, l.accuracy_m, d.accuracy_m) as sliver
  from grunnriss.layer_zoning l
  join grunnriss.dataset d on d.id = l.dataset_id
  join plan p on p.plan_id = l.plan_id
  where l.dataset_id = any (:zoning::bigint[]) and coalesce(l.level, 2) = 2 and l.purpose_group = 'green'
    and l.geom && (select geom from extent)
),
mown as materialized (
  select l.*, q.geom
  from lawn l
  join grunnriss.piece q
    on q.dataset_id = l.dataset_id and q.fid = l.fid and q.division = :division::integer
   and q.municipality = any (:municipalities::text[])
  cross join extent e
  where q.geom && e.geom
),
place as materialized (
  select m.dataset_id, m.fid, m.plan_id, m.rank, m.regulation, m.sliver,
    case when st_covers(t.geom, m.geom) then m.geom else grunnriss.intersection(m.geom, t.geom) end as geom
  from mown m
  join town t on st_intersects(m.geom, t.geom)
),
green as materialized (
  select z.zone, p.* from zone z join place p on st_dwithin(p.geom, z.geom, :reach::float8)
),
clip as materialized (
  select g.zone, g.dataset_id, g.fid, g.rank, g.regulation, g.sliver,
    grunnriss.united(array_agg(grunnriss.intersection(g.geom, z.geom))) as geom
  from green g join zone z using (zone)
  where st_intersects(g.geom, z.geom)
  group by g.zone, g.dataset_id, g.fid, g.rank, g.regulation, g.sliver
),
-- Looked up by place, first of all: the planner takes the clips for few, and would begin with all zones of the county.
beside as materialized (
  select c.zone, c.dataset_id, c.fid, c.rank, c.regulation, c.geom as clip, q.dataset_id as by, q.fid as by_fid, q.geom
  from clip c
  join grunnriss.piece q
    on q.dataset_id = any (:zoning::bigint[]) and q.division = :division::integer
   and q.municipality = any (:municipalities::text[]) and st_intersects(q.geom, c.geom)
),
newer as materialized (
  select c.zone, c.dataset_id, c.fid, c.by,
    case when c.regulation and k.geom is not null
         then grunnriss.difference(grunnriss.intersection(c.geom, c.clip), k.geom)
         else grunnriss.intersection(c.geom, c.clip) end as geom
  from beside c
  join grunnriss.layer_zoning l
    on l.dataset_id = c.by and l.fid = c.by_fid and coalesce(l.level, 2) = 2 and l.purpose_group <> 'green'
  join plan p on p.plan_id = l.plan_id and p.rank > c.rank
  left join lateral (
    select grunnriss.united(array_agg(s.geom)) as geom
    from grunnriss.piece s
    join grunnriss.layer_zoning_consideration h
      on h.dataset_id = s.dataset_id and h.fid = s.fid and h.code = 910 and h.plan_id = l.plan_id
    where s.dataset_id = any (:considerations::bigint[]) and s.division = :division::integer
      and s.municipality = any (:municipalities::text[]) and st_intersects(s.geom, c.clip)
  ) k on true
),
-- Joined once: the planner would do it again for each clip.
given as materialized (
  select zone, dataset_id, fid, grunnriss.united(array_agg(geom)) as geom from newer group by zone, dataset_id, fid
),
standing as materialized (
  select c.zone, c.dataset_id, c.fid, c.sliver,
    case when n.geom is null then c.geom else grunnriss.difference(c.geom, n.geom) end as geom
  from clip c
  left join given n using (zone, dataset_id, fid)
),
-- Green structure may be drawn in several zones: those that are equally accurate are narrow only when they are so together.
taken as materialized (
  select zone, sliver, grunnriss.united(array_agg(geom)) as geom
  from standing where not st_isempty(geom)
  group by zone, sliver
  having not grunnriss.is_narrower(grunnriss.united(array_agg(geom)), sliver)
),
whole as materialized (
  select zone, grunnriss.united(array_agg(geom)) as geom from taken group by zone
),
-- One pass over what is green: a look at all of it for each zone would cost its number times that of the zones.
around as materialized (
  select zone, bool_or(touches) as touched, jsonb_agg(distinct dataset_id) as plans
  from (
    select g.zone, g.dataset_id, st_intersects(g.geom, z.geom) as touches from green g join zone z using (zone)
    union all
    select n.zone, n.by, false from newer n
  ) found
  group by zone
),
nearest as materialized (
  select distinct on (g.zone) g.zone, g.geom
  from green g join zone z using (zone)
  order by g.zone, st_distance(g.geom, z.geom), g.dataset_id, g.fid
),
met as materialized (
  select s.zone, jsonb_agg(distinct jsonb_build_object('dataset', s.dataset_id, 'fid', s.fid, 'id', coalesce(l.source_id, s.fid::text)))
    as zones
  from standing s
  join taken using (zone, sliver)
  join grunnriss.layer_zoning l on l.dataset_id = s.dataset_id and l.fid = s.fid
  where not st_isempty(s.geom)
  group by s.zone
)
select z.zone, coalesce(grunnriss.area(w.geom), 0) as area_m2, st_asbinary(w.geom) as overlap,
  m.zones as met,
  w.geom is null and coalesce(a.touched, false) as touched,
  case when w.geom is null and n.geom is not null then coalesce(grunnriss.distance(z.geom, n.geom), 0) end as distance_m,
  coalesce(a.plans, '[]') as plans,
  st_asbinary(st_buffer(z.geom, :urban_m::float8)) as around
from zone z
left join whole w using (zone)
left join around a using (zone)
left join nearest n using (zone)
left join met m using (zone)
order by z.zone

-- What is new or extended in each zone: the zone without the land that a plan in force already gives the same purpose
-- group (as present land of a master plan, or by a regulation), and without the land where a newer plan than the one
-- that is checked says something else.
-- And what of the zone the plans in force give the same purpose group in any way, future land too: before is none, part or
-- all of it, earlier the purposes given.
-- Where plans in force clash, the newer rules (pbl. § 1-5), except that its zones 910 keep an older regulation.
--   :zones, :geoms, :groups, :regulations  zones that are judged, their purpose group, whether they are of a regulation
--   :plan_ids, :ranks  plans in force by date, oldest first; the one that is checked is not among them
--   :rank              rank of the one that is checked: higher than all for a draft
--   :zoning, :considerations  current datasets; :division and :municipalities find their pieces
-- Planned each time: a plan for any draft takes twice as long (68 ms, 36 ms; a county of full size).
with zone as materialized (
  select z.zone, z.purpose_group, z.regulation, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[], :groups::text[], :regulations::boolean[])
    as z(zone, wkb, purpose_group, regulation)
),
plan as materialized (
  select * from unnest(:plan_ids::text[], :ranks::integer[]) as p(plan_id, rank)
),
-- Looked up by place, once for all zones: by plan, all land of every municipality would be looked through.
beside as materialized (
  select q.dataset_id, q.fid, q.geom from grunnriss.piece q
  where q.dataset_id = any (:zoning::bigint[]) and q.division = :division::integer
    and q.municipality = any (:municipalities::text[])
    and q.geom && (select st_setsrid(st_extent(geom)::geometry, grunnriss.analysis_srid()) from zone)
),
-- Ground-level zones of plans in force: of these, and not of the plan that is checked, is asked where they lie.
other as materialized (
  select l.plan_id, p.rank, l.status, l.object_type, l.purpose, l.purpose_group, q.geom
  from beside q
  join grunnriss.layer_zoning l on l.dataset_id = q.dataset_id and l.fid = q.fid and coalesce(l.level, 2) = 2
  join plan p on p.plan_id = l.plan_id
),
-- Those of them that lie on a zone that is judged.
touched as materialized (
  select z.zone, q.plan_id, q.rank, q.status, q.object_type, q.purpose, q.object_type like 'R%' as regulation, q.geom,
    q.purpose_group = z.purpose_group and q.purpose_group <> 'unknown' as same_group
  from other q
  join zone z on q.geom && z.geom and st_intersects(q.geom, z.geom)
),
-- Other purposes matter only where a plan that is newer than a claim, or than the plan that is checked, gives them.
oldest as (
  select zone, min(rank) as rank from touched
  where same_group and rank < :rank::integer group by zone
),
there as materialized (
  select t.zone, t.plan_id, t.rank, t.status, t.object_type, t.purpose, t.regulation, t.same_group,
    grunnriss.united(array_agg(grunnriss.intersection(t.geom, z.geom))) as geom
  from touched t
  join zone z using (zone)
  left join oldest o using (zone)
  where t.same_group or t.rank > least(o.rank, :rank::integer)
  group by t.zone, t.plan_id, t.rank, t.status, t.object_type, t.purpose, t.regulation, t.same_group
),
-- Where a newer plan keeps older regulations in force.
kept as materialized (
  select z.zone, c.plan_id, grunnriss.united(array_agg(grunnriss.intersection(q.geom, z.geom))) as geom
  from zone z
  join grunnriss.piece q
    on q.dataset_id = any (:considerations::bigint[]) and q.division = :division::integer
   and q.municipality = any (:municipalities::text[]) and st_intersects(q.geom, z.geom)
  join grunnriss.layer_zoning_consideration c on c.dataset_id = q.dataset_id and c.fid = q.fid and c.code = 910
  group by z.zone, c.plan_id
),
claim as materialized (
  select t.*, coalesce(t.status = 1, false) or t.regulation as gives, row_number() over () as number
  from there t where t.same_group and t.rank < :rank::integer
),
-- What a newer plan takes out of an older claim by giving another purpose, less what its zones 910 leave standing.
overruled as materialized (
  select c.number, n.plan_id,
    case when c.regulation and k.geom is not null then grunnriss.difference(n.geom, k.geom) else n.geom end as geom
  from claim c
  join there n on n.zone = c.zone and n.rank > c.rank and not n.same_group
  left join kept k on k.zone = n.zone and k.plan_id = n.plan_id
),
-- Joined once: the planner would do it again for each claim.
overruling as materialized (
  select number, grunnriss.united(array_agg(geom)) as geom from overruled group by number
),
granted as materialized (
  select c.zone, c.plan_id, c.gives, c.object_type, c.purpose,
    case when o.geom is null then c.geom else grunnriss.difference(c.geom, o.geom) end as geom
  from claim c
  left join overruling o using (number)
),
given as (
  select zone, plan_id, geom from granted where gives
),
earlier as materialized (
  select zone, grunnriss.united(array_agg(geom)) as geom,
    jsonb_agg(distinct jsonb_build_object('object_type', object_type, 'code', purpose))
      filter (where not grunnriss.is_narrower(geom, :noise_m::float8)) as purposes
  from granted group by zone
),
-- Land of the plan that is checked where a newer plan gives another purpose.
ruled as (
  select z.zone, n.plan_id,
    case when z.regulation and k.geom is not null then grunnriss.difference(n.geom, k.geom) else n.geom end as geom
  from zone z
  join there n on n.zone = z.zone and n.rank > :rank::integer and not n.same_group
  left join kept k on k.zone = n.zone and k.plan_id = n.plan_id
),
land as materialized (
  select z.zone,
    case when o.geom is null then z.geom else grunnriss.difference(z.geom, o.geom) end as geom,
    o.geom is not null as reduced
  from zone z
  left join (
    select zone, grunnriss.united(array_agg(geom)) as geom from (select zone, geom from given union all select zone, geom from ruled) taken
    group by zone
  ) o using (zone)
)
select l.zone, st_asbinary(l.geom) as geom, grunnriss.area(l.geom) as area_m2,
  -- a remainder that narrow is the drawing noise between two versions, not an extension
  l.reduced and grunnriss.is_narrower(l.geom, :noise_m::float8) as only_noise,
  (select jsonb_agg(jsonb_build_object('plan_id', plan_id, 'area_m2', area) order by plan_id)
   from (select plan_id, grunnriss.area(grunnriss.united(array_agg(geom))) as area from given g where g.zone = l.zone group by plan_id) a
   where area > 0) as given,
  (select jsonb_agg(jsonb_build_object('plan_id', plan_id, 'area_m2', area) order by plan_id)
   from (select plan_id, grunnriss.area(grunnriss.united(array_agg(geom))) as area from ruled r where r.zone = l.zone group by plan_id) a
   where area > 0) as ruled,
  (select jsonb_agg(jsonb_build_object('plan_id', plan_id, 'area_m2', area) order by plan_id)
   from (select t.plan_id, grunnriss.area(grunnriss.united(array_agg(grunnriss.intersection(t.geom, l.geom)))) as area
         from there t where t.zone = l.zone and t.same_group and t.status = 2 and not t.regulation group by t.plan_id) a
   where area > 0) as foreseen,
  (select jsonb_agg(jsonb_build_object('older', older, 'newer', newer, 'area_m2', area) order by older, newer)
   from (select c.plan_id as older, o.plan_id as newer,
           grunnriss.area(grunnriss.united(array_agg(grunnriss.intersection(c.geom, o.geom)))) as area
         from claim c join overruled o using (number)
         where c.zone = l.zone and c.gives group by c.plan_id, o.plan_id) a
   where area > 0) as clashes,
  case when e.geom is null or grunnriss.is_narrower(e.geom, :noise_m::float8) then 'none'
       when grunnriss.is_narrower(grunnriss.difference(z.geom, e.geom), :noise_m::float8) then 'all'
       else 'part' end as before,
  e.purposes as earlier
from land l
join zone z using (zone)
left join earlier e using (zone)
order by l.zone

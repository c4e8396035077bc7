-- Zones in force in a municipality, or those with a draft, and what decides which land each of them has.
--   :plans, :zoning, :considerations   current datasets; :division, :municipality, :municipalities as in coverage.sql
--   :draft_zoning, :draft_considerations, :replaced   as in standing-land.sql
-- n: the newer plan's zones first, which rule. deciding: a hash of the zone and of all that may rule over it or be kept
-- under it, by the boxes of their pieces, in their order: where it is the same, the zone has the same land.
-- Planned each time: as in standing-land.sql (a plan for any municipality: 1.7 s; so: 0.1 s).
with plan as materialized (
  select p.plan_id, row_number() over (order by coalesce(max(p.in_force)::text, ''), p.plan_id) as rank
  from grunnriss.layer_plan p
  where p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7) and p.plan_id <> all (:replaced::text[])
  group by p.plan_id
),
land as materialized (
  select grunnriss.united(array_agg(m.geom)) as geom
  from grunnriss.layer_municipality m
  join grunnriss.dataset s on s.id = m.dataset_id
    and (m.valid_from is null or m.valid_from <= s.imported_at::date) and (m.valid_to is null or m.valid_to > s.imported_at::date)
  where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text and :draft_zoning::bigint > 0
),
piece as materialized (
  select dense_rank() over (order by rank desc, fid, dataset_id) as n, *, coalesce(object_type like 'R%', false) as regulation
  from (
    select p.rank, q.dataset_id, q.fid, l.object_type, l.purpose, l.status, st_envelope(q.geom) as box
    from (
      select dataset_id, fid, geom from grunnriss.piece
      where dataset_id = any (:zoning::bigint[]) and division = :division::integer and municipality = :municipality::text
      offset 0
    ) q
    join grunnriss.layer_zoning l on l.dataset_id = q.dataset_id and l.fid = q.fid and coalesce(l.level, 2) = 2
    join plan p on p.plan_id = l.plan_id
    union all
    select 1000000000, l.dataset_id, l.fid, l.object_type, l.purpose, l.status, st_envelope(l.geom)
    from grunnriss.layer_zoning l
    join land m on st_intersects(m.geom, l.geom) and not st_touches(m.geom, l.geom)
    where l.dataset_id = :draft_zoning::bigint and coalesce(l.level, 2) = 2
  ) q
),
kept as materialized (
  select p.rank, q.dataset_id, q.fid, st_envelope(q.geom) as box
  from grunnriss.piece q
  join grunnriss.layer_zoning_consideration c on c.dataset_id = q.dataset_id and c.fid = q.fid and c.code = 910
  join plan p on p.plan_id = c.plan_id
  where q.dataset_id = any (:considerations::bigint[]) and q.division = :division::integer and q.municipality = :municipality::text
  union all
  select 1000000000, c.dataset_id, c.fid, st_envelope(c.geom)
  from grunnriss.layer_zoning_consideration c
  where c.dataset_id = :draft_considerations::bigint and c.code = 910
),
keeper as materialized (
  select distinct z.n, k.rank, k.dataset_id, k.fid from piece z join kept k on k.rank >= z.rank and k.box && z.box
),
near as (
  select distinct z.n, o.rank, 'over' as side, o.dataset_id, o.fid
  from piece z join piece o on o.n < z.n and o.box && z.box
  union all
  select distinct z.n, o.rank, 'under', o.dataset_id, o.fid
  from piece z join piece o on o.rank < z.rank and o.regulation and o.box && z.box
  where z.n in (select n from keeper)
  union all
  select n, rank, 'keeps', dataset_id, fid from keeper
),
deciding as materialized (
  select n, string_agg(concat_ws(' ', side, dataset_id, fid), ',' order by rank desc, side, fid, dataset_id) as list from near group by n
)
select z.n::integer as n, z.dataset_id, z.fid, z.object_type, z.purpose, z.status, z.regulation,
  md5(concat_ws(',', z.dataset_id, z.fid, d.list)) as deciding
from (select distinct n, dataset_id, fid, object_type, purpose, status, regulation from piece) z
left join deciding d using (n)
order by z.n

-- Zones whose land leaves a corridor in several parts of at least :least m² (ellipsoidal).
--   :zones, :geoms   all new land that is judged together
--   :datasets        current datasets of the corridors; {table} is their layer's
-- Corridors that hang together are one, however many features draw them.
-- A row for every zone; cuts: it is to blame, because alone it leaves several parts, or all the others without it fewer.
with recursive zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
reached as (
  select c.dataset_id, c.fid
  from zone z
  join grunnriss.{table} c on c.dataset_id = any (:datasets::bigint[]) and st_intersects(c.geom, z.geom)
  union
  select n.dataset_id, n.fid
  from reached r
  join grunnriss.{table} c using (dataset_id, fid)
  join grunnriss.{table} n on n.dataset_id = any (:datasets::bigint[]) and st_intersects(n.geom, c.geom)
),
corridor as materialized (
  select part.path as number, part.geom
  from (
    select grunnriss.united(array_agg(c.geom)) as geom from reached r join grunnriss.{table} c using (dataset_id, fid)
  ) joined
  cross join lateral st_dump(joined.geom) part
),
meeting as materialized (
  select c.number, c.geom as corridor, z.zone, z.geom
  from corridor c
  join zone z on st_intersects(c.geom, z.geom)
),
-- What all of them leave of each corridor. Where that is one part, nobody parts it, and nobody is looked at alone.
left_over as materialized (
  select m.number, m.corridor, grunnriss.difference(m.corridor, grunnriss.united(array_agg(m.geom))) as geom
  from meeting m group by m.number, m.corridor
),
part as materialized (
  select l.number, p.path as part, p.geom, grunnriss.area(p.geom) >= :least::float8 as weighty
  from left_over l cross join lateral st_dump(l.geom) p
),
parted as materialized (
  select number, count(*) filter (where weighty) as parts from part
  group by number having count(*) filter (where weighty) > 1
),
-- What comes back of a corridor when one zone is left out: its land there that no other zone takes.
back as materialized (
  select m.zone, m.number, m.corridor, m.geom,
    grunnriss.intersection(m.corridor, case when o.geom is null then m.geom else grunnriss.difference(m.geom, o.geom) end) as own
  from meeting m
  join parted using (number)
  cross join lateral (
    select grunnriss.united(array_agg(x.geom)) as geom
    from meeting x where x.number = m.number and x.zone <> m.zone and st_intersects(x.geom, m.geom)
  ) o
),
-- Only the parts that it meets can grow together by it.
without as materialized (
  select b.zone, b.number, t.parts, grunnriss.united(t.geoms || b.own) as geom
  from back b
  cross join lateral (
    select array_agg(p.geom) as geoms, count(*) filter (where p.weighty) as parts
    from part p where p.number = b.number and st_intersects(p.geom, b.own)
  ) t
),
counted as (
  select b.zone, d.parts as after_all,
    (select count(*) from st_dump(grunnriss.difference(b.corridor, b.geom)) p
     where grunnriss.area(p.geom) >= :least::float8) as after_own,
    d.parts - w.parts + (select count(*) from st_dump(w.geom) p where grunnriss.area(p.geom) >= :least::float8) as after_others
  from back b
  join parted d using (number)
  join without w using (zone, number)
)
select z.zone,
  exists (
    select from counted c
    where c.zone = z.zone and (c.after_own > 1 or c.after_others < c.after_all)
  ) as cuts
from zone z
order by z.zone

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
left_over as materialized (
  select m.zone,
    grunnriss.difference(m.corridor, m.geom) as after_own,
    grunnriss.difference(m.corridor, a.geom) as after_all,
    coalesce(grunnriss.difference(m.corridor, o.geom), m.corridor) as after_others
  from meeting m
  cross join lateral (
    select grunnriss.united(array_agg(x.geom)) as geom from meeting x where x.number = m.number
  ) a
  cross join lateral (
    select grunnriss.united(array_agg(x.geom)) as geom from meeting x where x.number = m.number and x.zone <> m.zone
  ) o
),
counted as (
  select l.zone, n.after_own, n.after_all, n.after_others
  from left_over l
  cross join lateral (
    select
      (select count(*) from st_dump(l.after_own) p where grunnriss.area(p.geom) >= :least::float8) as after_own,
      (select count(*) from st_dump(l.after_all) p where grunnriss.area(p.geom) >= :least::float8) as after_all,
      (select count(*) from st_dump(l.after_others) p where grunnriss.area(p.geom) >= :least::float8) as after_others
  ) n
)
select z.zone,
  exists (
    select from counted c
    where c.zone = z.zone and c.after_all > 1 and (c.after_own > 1 or c.after_others < c.after_all)
  ) as cuts
from zone z
order by z.zone

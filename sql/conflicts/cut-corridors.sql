-- Zones whose land leaves a corridor in more parts of at least :least m² (ellipsoidal) than before, at least two of them.
--   :zones, :geoms   all new land that is judged together
--   :datasets        current datasets of the corridors; {table} is their layer's
-- A row for each zone to blame: alone it leaves more parts, or without it all the others would leave fewer.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
meeting as materialized (
  select c.dataset_id, c.fid, c.geom as corridor, z.zone, z.geom
  from grunnriss.{table} c
  join zone z on st_intersects(c.geom, z.geom)
  where c.dataset_id = any (:datasets::bigint[])
),
left_over as materialized (
  select m.zone, m.corridor as before,
    grunnriss.difference(m.corridor, m.geom) as after_own,
    grunnriss.difference(m.corridor, a.geom) as after_all,
    coalesce(grunnriss.difference(m.corridor, o.geom), m.corridor) as after_others
  from meeting m
  cross join lateral (
    select grunnriss.united(array_agg(x.geom)) as geom from meeting x where x.dataset_id = m.dataset_id and x.fid = m.fid
  ) a
  cross join lateral (
    select grunnriss.united(array_agg(x.geom)) as geom from meeting x
    where x.dataset_id = m.dataset_id and x.fid = m.fid and x.zone <> m.zone
  ) o
),
counted as (
  select l.zone, n.before, n.after_own, n.after_all, n.after_others
  from left_over l
  cross join lateral (
    select
      (select count(*) from st_dump(l.before) p where grunnriss.area(p.geom) >= :least::float8) as before,
      (select count(*) from st_dump(l.after_own) p where grunnriss.area(p.geom) >= :least::float8) as after_own,
      (select count(*) from st_dump(l.after_all) p where grunnriss.area(p.geom) >= :least::float8) as after_all,
      (select count(*) from st_dump(l.after_others) p where grunnriss.area(p.geom) >= :least::float8) as after_others
  ) n
)
select distinct zone from counted
where after_all > before and after_all >= 2 and (after_own > before or after_others < after_all)
order by zone

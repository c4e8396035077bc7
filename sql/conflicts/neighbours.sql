-- Municipalities other than each zone's own within :within metres of its land, and the plans in force near it there.
--   :zones, :geoms, :own  land, and the number of the municipality that holds most of its zone
--   :datasets, :plans     current datasets of the layers municipality and plan
--   :noise_m              narrower gaps between municipalities are none
-- A row for every zone; neighbours nearest first, null where there is none; around: the land within :within metres;
-- mapped: all of that is some municipality's.
with zone as materialized (
  select z.zone, z.own, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[], :own::text[]) as z(zone, wkb, own)
),
neighbour as materialized (
  select distinct on (z.zone, k.number) z.zone, k.number, k.name, k.fid, k.dataset_id as dataset, coalesce(k.source_id, k.number) as id,
    coalesce(grunnriss.distance(z.geom, k.geom), 0) as distance_m
  from zone z
  join grunnriss.layer_municipality k
    on k.dataset_id = any (:datasets::bigint[]) and k.number is distinct from z.own
   and st_dwithin(k.geom, z.geom, :within::float8)
  join grunnriss.dataset source on source.id = k.dataset_id
  where k.valid_to is null or k.valid_to > source.imported_at::date
  order by z.zone, k.number, distance_m, k.dataset_id, k.fid
),
plan as (
  select n.zone, n.number, jsonb_agg(distinct p.plan_id order by p.plan_id) as ids
  from neighbour n
  join zone z using (zone)
  join grunnriss.layer_plan p
    on p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7) and p.plan_id like n.number || '\_%'
   and st_dwithin(p.geom, z.geom, :within::float8)
  group by n.zone, n.number
)
select z.zone, st_asbinary(a.geom) as around,
  coalesce((
    select bool_or(st_covers(k.geom, a.geom)) or grunnriss.is_narrower(
      grunnriss.difference(a.geom, grunnriss.united(array_agg(grunnriss.intersection(k.geom, a.geom)))), :noise_m::float8)
    from grunnriss.layer_municipality k
    where k.dataset_id = any (:datasets::bigint[]) and st_intersects(k.geom, a.geom)), false) as mapped,
  (select jsonb_agg(jsonb_build_object('number', n.number, 'name', n.name, 'distance_m', n.distance_m, 'fid', n.fid,
                                       'dataset', n.dataset, 'id', n.id, 'plans', coalesce(p.ids, '[]'))
                    order by n.distance_m, n.number)
   from neighbour n left join plan p using (zone, number)
   where n.zone = z.zone) as neighbours
from zone z
cross join lateral (select st_buffer(z.geom, :within::float8) as geom offset 0) a
order by z.zone

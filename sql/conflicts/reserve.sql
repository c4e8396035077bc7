-- How far each zone's new land lies from land that is set aside for the same already, and what of that is unbuilt.
--   :zones, :geoms       land that is asked about
--   :areas, :unbuilt     existing land, each by its place in the list, and what of it is unbuilt (null: nothing)
--   :within              metres within which unbuilt land counts
-- A row for every zone. near: places in the list, nearest first; distance_m: to the nearest, null where none is so near;
-- existing_m2, reserve_m2: the land within :within, and what of it is unbuilt, each piece of ground once.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
area as materialized (
  select a.place, a.geom, a.open, st_clusterdbscan(a.geom, 0, 1) over () as cluster
  from (
    select a.place, st_geomfromwkb(a.wkb, grunnriss.analysis_srid()) as geom,
      st_geomfromwkb(a.open, grunnriss.analysis_srid()) as open
    from unnest(:areas::bytea[], :unbuilt::bytea[]) with ordinality as a(wkb, open, place)
    offset 0
  ) a
),
near as materialized (
  select z.zone, a.place, st_distance(z.geom, a.geom) as metres
  from zone z join area a on st_dwithin(a.geom, z.geom, :within::float8)
),
found as materialized (
  select zone, array_agg(place::integer order by metres, place) as near, array_agg(place order by place) as places
  from near group by zone
),
-- Only areas that meet can share ground, and zones side by side have the same near them: those are joined once.
member as materialized (
  select s.places, a.cluster, array_agg(a.place order by a.place) as members
  from (select distinct places from found) s join area a on a.place = any (s.places)
  group by s.places, a.cluster
),
part as materialized (
  select m.members, grunnriss.area(grunnriss.united(array_agg(a.geom))) as existing_m2,
    coalesce(grunnriss.area(grunnriss.united(array_agg(a.open) filter (where a.open is not null))), 0) as reserve_m2
  from (select distinct members from member) m join area a on a.place = any (m.members)
  group by m.members
),
joined as materialized (
  select m.places, sum(p.existing_m2 order by m.members) as existing_m2, sum(p.reserve_m2 order by m.members) as reserve_m2
  from member m join part p using (members)
  group by m.places
)
select z.zone, f.near,
  case when a.geom is not null then coalesce(grunnriss.distance(z.geom, a.geom), 0) end as distance_m,
  coalesce(j.existing_m2, 0) as existing_m2, coalesce(j.reserve_m2, 0) as reserve_m2
from zone z
left join found f using (zone)
left join joined j using (places)
left join area a on a.place = f.near[1]
order by z.zone

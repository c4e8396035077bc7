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
  select a.place, st_geomfromwkb(a.wkb, grunnriss.analysis_srid()) as geom,
    st_geomfromwkb(a.open, grunnriss.analysis_srid()) as open
  from unnest(:areas::bytea[], :unbuilt::bytea[]) with ordinality as a(wkb, open, place)
),
near as materialized (
  select z.zone, a.place, coalesce(grunnriss.distance(z.geom, a.geom), 0) as distance_m, a.geom, a.open
  from zone z join area a on st_dwithin(a.geom, z.geom, :within::float8)
)
select z.zone, array_agg(n.place::integer order by n.distance_m, n.place) filter (where n.place is not null) as near,
  min(n.distance_m) as distance_m,
  coalesce(grunnriss.area(grunnriss.united(array_agg(n.geom) filter (where n.geom is not null))), 0) as existing_m2,
  coalesce(grunnriss.area(grunnriss.united(array_agg(n.open) filter (where n.open is not null))), 0) as reserve_m2
from zone z left join near n using (zone)
group by z.zone
order by z.zone

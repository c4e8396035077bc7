-- Land within :width_m of stretches of road links, by bands: each holds all land of the bands before it.
--   :datasets, :fids, :parts, :starts, :stops, :bands   the stretches: parts of a line of a link, 0–1 along it
--   :width_m                                            how far land may lie from the road
-- Nobody leaves a road in a tunnel or on a ferry: no land lies along them. geojson: degrees (ETRS89),
-- with a vertex every 100 m: a straight line of the plane is bent in degrees, and bands would cross. area_m2: ellipsoidal.
with stretch as materialized (
  select k.band, st_linesubstring(st_geometryn(l.geom, k.part), k.start, k.stop) as geom
  from unnest(:datasets::bigint[], :fids::bigint[], :parts::integer[], :starts::float8[], :stops::float8[], :bands::integer[])
    as k(dataset_id, fid, part, start, stop, band)
  join grunnriss.layer_road_link l on l.dataset_id = k.dataset_id and l.fid = k.fid
  where not coalesce(l.ferry, false) and not coalesce(l.tunnel, false) and coalesce(l.level, 0) >= 0
),
added as materialized (
  select s.band, st_buffer(st_collect(s.geom), :width_m::float8) as geom from stretch s group by s.band
),
ground as (
  select b.band, (select st_union(a.geom) from added a where a.band <= b.band) as geom
  from (select distinct band from unnest(:bands::integer[]) as u(band)) b
)
select g.band, st_asgeojson(st_multi(st_transform(st_segmentize(g.geom, 100), 4258)), 7) as geojson, grunnriss.area(st_multi(g.geom)) as area_m2
from ground g
where g.geom is not null
order by g.band

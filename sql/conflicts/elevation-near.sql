-- Points of known height around zones, in the analysis CRS: spot heights, contours, and the borders between two height
-- bands that share an edge (there the lower band ends and the upper begins).
--   :zones, :geoms, :reaches  land as well-known binary, and how far around it to look, metres
--   :spacing                  points along contours are at most so far apart, metres
--   :datasets                 current datasets of the layer elevation
-- points is a list of [x, y, height]; no row where nothing is known.
with zone as materialized (
  select z.zone, st_expand(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), z.reach) as box
  from unnest(:zones::integer[], :geoms::bytea[], :reaches::float8[]) as z(zone, wkb, reach)
),
known as materialized (
  select z.zone, z.box, e.dataset_id, st_dimension(e.geom) as dimension, e.height_m, e.height_max_m, e.geom
  from zone z
  join grunnriss.layer_elevation e on e.dataset_id = any (:datasets::bigint[]) and e.geom && z.box
),
border as materialized (
  select k.zone, k.dataset_id, k.height_m, k.height_max_m,
    st_clipbybox2d(st_boundary(k.geom), k.box) as geom
  from known k where k.dimension = 2
),
level as (
  select k.zone, k.height_m, st_clipbybox2d(k.geom, k.box) as geom
  from known k where k.dimension < 2
  union all
  select upper.zone, upper.height_m, st_intersection(upper.geom, lower.geom, grunnriss.overlay_grid())
  from border lower
  join border upper on upper.zone = lower.zone and upper.dataset_id = lower.dataset_id
                   and upper.height_m = lower.height_max_m and st_intersects(upper.geom, lower.geom)
)
select l.zone, jsonb_agg(jsonb_build_array(round(st_x(p.geom)::numeric, 4), round(st_y(p.geom)::numeric, 4), l.height_m)) as points
from level l
cross join lateral st_dumppoints(
  case when st_dimension(l.geom) = 1 then st_segmentize(l.geom, :spacing::float8) else l.geom end) p
where l.height_m is not null
group by l.zone

-- Points of known height in boxes, in the analysis CRS: spot heights, contours, and the borders between two height bands
-- that share an edge (there the lower band ends and the upper begins).
--   :boxes, :wests, :souths, :easts, :norths  number of each box, and its edges in the analysis CRS
--   :spacing                                  points along contours are at most so far apart, metres
--   :datasets                                 current datasets of the layer elevation
-- A row for every box; points is a list of [x, y, height], empty where nothing is known.
with box as materialized (
  select b.box, st_makeenvelope(b.west, b.south, b.east, b.north, grunnriss.analysis_srid()) as geom
  from unnest(:boxes::integer[], :wests::float8[], :souths::float8[], :easts::float8[], :norths::float8[])
    as b(box, west, south, east, north)
),
known as materialized (
  select b.box, b.geom as around, e.dataset_id, st_dimension(e.geom) as dimension, e.height_m, e.height_max_m, e.geom
  from box b
  join grunnriss.layer_elevation e on e.dataset_id = any (:datasets::bigint[]) and e.geom && b.geom
),
border as materialized (
  select k.box, k.dataset_id, k.height_m, k.height_max_m, st_clipbybox2d(st_boundary(k.geom), k.around) as geom
  from known k where k.dimension = 2
),
level as (
  select k.box, k.height_m, st_clipbybox2d(k.geom, k.around) as geom
  from known k where k.dimension < 2
  union all
  select upper.box, upper.height_m, st_intersection(upper.geom, lower.geom, grunnriss.overlay_grid())
  from border lower
  join border upper on upper.box = lower.box and upper.dataset_id = lower.dataset_id
                   and upper.height_m = lower.height_max_m and st_intersects(upper.geom, lower.geom)
),
point as (
  select l.box, jsonb_build_array(round(st_x(p.geom)::numeric, 4), round(st_y(p.geom)::numeric, 4), l.height_m) as point
  from level l
  cross join lateral st_dumppoints(
    case when st_dimension(l.geom) = 1 then st_segmentize(l.geom, :spacing::float8) else l.geom end) p
  where l.height_m is not null
)
select b.box, coalesce(jsonb_agg(p.point) filter (where p.point is not null), '[]') as points
from box b
left join point p using (box)
group by b.box
order by b.box

-- Points of known height in square cells, in the analysis CRS: spot heights, contours, and the borders between two height
-- bands that share an edge (there the lower band ends and the upper begins).
--   :columns, :rows  of each cell: its west and south edges in cell sides
--   :side            metres
--   :spacing         points along contours are at most so far apart, metres
--   :datasets        current datasets of the layer elevation
--   :without_spots   leave out spot heights
-- A row for every cell, by its place in the lists from 0. points: a multipoint with heights; null where nothing is known.
with box as materialized (
  select c.turn - 1 as box, st_makeenvelope(c.x * :side::float8, c.y * :side::float8,
    (c.x + 1) * :side::float8, (c.y + 1) * :side::float8, grunnriss.analysis_srid()) as geom
  from unnest(:columns::integer[], :rows::integer[]) with ordinality as c(x, y, turn)
),
known as materialized (
  select b.box, b.geom as around, e.dataset_id, st_dimension(g.geom) as dimension, e.height_m, e.height_max_m, g.geom
  from box b
  join grunnriss.layer_elevation e on e.dataset_id = any (:datasets::bigint[]) and e.geom && b.geom
  -- Copied out of the table once: every look at a large geometry there unpacks it anew.
  cross join lateral (select st_force2d(e.geom) as geom offset 0) g
  where st_dimension(g.geom) > 0 or not :without_spots::boolean
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
  select l.box, st_makepoint(st_x(p.geom), st_y(p.geom), l.height_m) as geom
  from level l
  cross join lateral st_dumppoints(
    case when st_dimension(l.geom) = 1 then st_segmentize(l.geom, :spacing::float8) else l.geom end) p
  where l.height_m is not null
)
select b.box::integer as cell,
  st_asbinary(st_collect(p.geom order by st_z(p.geom), st_x(p.geom), st_y(p.geom)), 'NDR') as points
from box b
left join point p using (box)
group by b.box
order by b.box

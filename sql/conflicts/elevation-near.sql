-- Points of known height around a zone, in the analysis CRS: spot heights, contours, and the borders between two height
-- bands that share an edge (there the lower band ends and the upper begins).
--   :geom zone as well-known binary; :reach and :spacing in metres; :datasets current datasets of the layer elevation
with around as materialized (
  select st_expand(st_geomfromwkb(:geom::bytea, grunnriss.analysis_srid()), :reach::float8) as box
),
known as materialized (
  select e.dataset_id, st_dimension(e.geom) as dimension, e.geom, e.height_m, e.height_max_m
  from grunnriss.layer_elevation e cross join around a
  where e.dataset_id = any (:datasets::bigint[]) and e.geom && a.box
),
border as materialized (
  select k.dataset_id, k.height_m, k.height_max_m, st_intersection(st_boundary(k.geom), a.box, grunnriss.overlay_grid()) as geom
  from known k cross join around a where k.dimension = 2
),
level as (
  select k.height_m, st_intersection(k.geom, a.box, grunnriss.overlay_grid()) as geom from known k cross join around a where k.dimension < 2
  union all
  select upper.height_m, st_intersection(upper.geom, lower.geom, grunnriss.overlay_grid())
  from border lower
  join border upper on upper.dataset_id = lower.dataset_id and upper.height_m = lower.height_max_m
                   and st_intersects(upper.geom, lower.geom)
)
select st_x(p.geom) as x, st_y(p.geom) as y, l.height_m as height
from level l
cross join lateral st_dumppoints(case when st_dimension(l.geom) = 1 then st_segmentize(l.geom, :spacing::float8) else l.geom end) p
where l.height_m is not null

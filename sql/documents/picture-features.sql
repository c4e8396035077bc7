-- Features of a layer in the frames of pictures, as paths of SVG in units of the picture, y from the top. {table} is the
-- layer's.
--   :wests, :souths, :easts, :norths, :scales  frames, analysis CRS, and units per metre; numbered from 0
--   :datasets                                  current datasets of the layer
--   :outline                                   only the borders of polygons
--   :most                                      so many in each frame, the largest first
-- What is cut at the frame is cut 8 units outside, so that the cut is not seen; where a shape only touches that box, the
-- cut leaves points, which are left out. x, y: of a point.
with frame as materialized (
  select (f.place - 1)::integer as frame, f.west, f.north, f.scale,
    st_makeenvelope(f.west, f.south, f.east, f.north, grunnriss.analysis_srid()) as box,
    st_expand(st_makeenvelope(f.west, f.south, f.east, f.north, grunnriss.analysis_srid()), 8 / f.scale) as around
  from unnest(:wests::float8[], :souths::float8[], :easts::float8[], :norths::float8[], :scales::float8[])
    with ordinality as f(west, south, east, north, scale, place)
),
cut as (
  select f.frame, f.west, f.north, f.scale, l.dataset_id, l.fid,
    st_collectionextract(st_clipbybox2d(s.shape, f.around), st_dimension(s.shape) + 1) as geom
  from frame f
  join grunnriss.{table} l on l.dataset_id = any (:datasets::bigint[]) and l.geom && f.box and st_intersects(l.geom, f.box)
  cross join lateral (select case when :outline::boolean then st_boundary(l.geom) else l.geom end as shape) s
),
ranked as (
  select c.*, row_number() over (partition by c.frame order by st_area(c.geom) desc, st_length(c.geom) desc, c.dataset_id, c.fid) as rank
  from cut c where not st_isempty(c.geom)
)
select r.frame,
  case when st_dimension(r.geom) > 0 then
    st_assvg(st_simplify(st_transscale(r.geom, -r.west, -r.north, r.scale, r.scale), 0.4, true), 0, 1) end as path,
  case when st_dimension(r.geom) = 0 then (st_x(st_centroid(r.geom)) - r.west) * r.scale end as x,
  case when st_dimension(r.geom) = 0 then (r.north - st_y(st_centroid(r.geom))) * r.scale end as y
from ranked r
where r.rank <= :most::integer
order by r.frame, r.rank

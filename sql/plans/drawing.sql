-- A plan as paths of SVG, in a frame of :width units, north up; generalised to what can be seen there.
-- The frame is the plan's box in degrees (west, south, east, north), degrees of longitude shortened by the latitude.
--   :plan, :zoning, :considerations datasets
with part as materialized (
  select 1 as turn, 'zoning' as layer, purpose_group as kind, fid, st_transform(geom, 4258) as geom
  from grunnriss.layer_zoning where dataset_id = :zoning and coalesce(level, 2) = 2
  union all
  select 2, 'zoning-consideration', type, fid, st_transform(geom, 4258)
  from grunnriss.layer_zoning_consideration where dataset_id = :considerations
  union all
  select 3, 'plan', null, fid, st_transform(geom, 4258) from grunnriss.layer_plan where dataset_id = :plan
),
box as materialized (
  select st_xmin(e) as west, st_ymin(e) as south, st_xmax(e) as east, st_ymax(e) as north,
    cos(radians((st_ymin(e) + st_ymax(e)) / 2)) as narrowing
  from (select st_extent(geom) as e from part) b
),
frame as materialized (
  select *, :width::float8 / greatest((east - west) * narrowing, north - south, 1e-6) as scale from box
)
select p.layer, p.kind, f.west, f.south, f.east, f.north, f.scale, f.narrowing,
  st_assvg(st_simplifyvw(st_transscale(p.geom, -f.west, -f.south, f.scale * f.narrowing, f.scale), 0.3), 1, 1) as path
from part p, frame f
order by p.turn, p.fid

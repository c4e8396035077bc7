-- Land in the frames of pictures, as paths of SVG in units of the picture, y from the top.
--   :wests, :souths, :easts, :norths, :scales  frames, analysis CRS, and units per metre; numbered from 0
--   :in_frames, :kinds, :geoms                 land, what it is, and the frame that shows it; −1: all that it meets
-- What is cut at the frame is cut 8 units outside, so that the cut is not seen; what only touches that box is left out.
with frame as materialized (
  select (f.place - 1)::integer as frame, f.west, f.north, f.scale,
    st_expand(st_makeenvelope(f.west, f.south, f.east, f.north, grunnriss.analysis_srid()), 8 / f.scale) as around
  from unnest(:wests::float8[], :souths::float8[], :easts::float8[], :norths::float8[], :scales::float8[])
    with ordinality as f(west, south, east, north, scale, place)
),
land as materialized (
  select l.place, l.in_frame, l.kind, st_geomfromwkb(l.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:in_frames::integer[], :kinds::text[], :geoms::bytea[]) with ordinality as l(in_frame, kind, wkb, place)
),
cut as (
  select f.frame, f.west, f.north, f.scale, l.place, l.kind, st_collectionextract(st_clipbybox2d(l.geom, f.around), 3) as geom
  from frame f join land l on (l.in_frame = f.frame or l.in_frame = -1) and l.geom && f.around
)
select c.frame, c.kind, st_assvg(st_simplify(st_transscale(c.geom, -c.west, -c.north, c.scale, c.scale), 0.4, true), 0, 1) as path,
  null::float8 as x, null::float8 as y
from cut c
where not st_isempty(c.geom)
order by c.frame, c.place

-- The shared borders in one block of a coverage: every edge once, with the faces on both sides, joined to lines between
-- the same two faces. An edge belongs to the block of its lesser end, so that both faces find it in the same one.
-- Edges run with the lesser face on their left, so that a merged line still knows its sides.
-- Edges longer than 2 km get vertices between, as in features.sql.
with vertex as (
  select fid, ST_X(geom) as x, ST_Y(geom) as y, path[cardinality(path)] as place
  from (
    select polygon.fid, point.geom, point.path
    from grunnriss.{table} polygon, ST_DumpPoints(ST_ForcePolygonCCW(polygon.geom)) point
    where polygon.dataset_id = :dataset::bigint
      and ST_Dimension(polygon.geom) = 2
      and polygon.geom && ST_MakeEnvelope(:west, :south, :east, :north, grunnriss.analysis_srid())
  ) point
  offset 0
), edge as (
  select fid, x, y, lead(x) over () as next_x, lead(y) over () as next_y, lead(place) over () as next_place
  from vertex
), directed as (
  select fid, (x, y) < (next_x, next_y) as ahead, x, y, next_x, next_y
  from edge
  where next_place > 1 and (x, y) <> (next_x, next_y)
  offset 0
), lesser_first as (
  select fid, ahead,
    case when ahead then x else next_x end as x,
    case when ahead then y else next_y end as y,
    case when ahead then next_x else x end as next_x,
    case when ahead then next_y else y end as next_y
  from directed
  offset 0
), sided as (
  select x, y, next_x, next_y,
    coalesce(min(fid) filter (where ahead), 0) as left_fid,
    coalesce(min(fid) filter (where not ahead), 0) as right_fid
  from lesser_first
  where x >= :west and x < :east and y >= :south and y < :north
  group by x, y, next_x, next_y
), line as (
  select least(left_fid, right_fid) as left_fid, greatest(left_fid, right_fid) as right_fid,
    ST_LineMerge(
      ST_Collect(
        case
          when left_fid < right_fid then ST_MakeLine(ST_MakePoint(x, y), ST_MakePoint(next_x, next_y))
          else ST_MakeLine(ST_MakePoint(next_x, next_y), ST_MakePoint(x, y))
        end
      ),
      true
    ) as geom
  from sided
  where left_fid <> right_fid  -- inside one feature: two of its parts meet here
  group by 1, 2
), stored as (
  select left_fid, right_fid,
    ST_Transform(ST_Segmentize(ST_SetSRID(part.geom, grunnriss.analysis_srid()), 2000), 3857) as geom
  from line, ST_Dump(line.geom) part
  offset 0
), added as (
  insert into grunnriss.arc (dataset_id, block, left_fid, right_fid, drawn, drawn_area)
  select :dataset::bigint, :block::integer, left_fid, right_fid, geom,
    grunnriss.swept_area(
      geom,
      (select ST_Transform(ST_SetSRID(ST_MakePoint(:origin_x, :origin_y), grunnriss.analysis_srid()), 3857))
    )
  from stored
  returning 1
)
select count(*) as arcs from added

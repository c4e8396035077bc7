-- Road links that come into a box, a page at a time, in the order of their keys; links without geometry lie in no box.
--   :datasets                      current datasets of the layer
--   :west, :south, :east, :north   the box, analysis CRS
--   :categories                    road categories; null: all
--   :dataset, :fid, :most          the last link of the page before, and how many links a page has
-- A row for each line of a link, numbered from 1: a register's nodes are the ends of a link that is one line.
select l.dataset_id as dataset, l.fid, coalesce(line.path[1], 1) as part, coalesce(l.source_id, l.fid::text) as id,
  case when l.parts = 1 then l.from_node end as from_node, case when l.parts = 1 then l.to_node end as to_node,
  st_x(st_startpoint(line.geom)) as start_x, st_y(st_startpoint(line.geom)) as start_y,
  st_x(st_endpoint(line.geom)) as stop_x, st_y(st_endpoint(line.geom)) as stop_y,
  case when l.parts = 1 and l.length_m >= 0 then l.length_m else grunnriss.length(line.geom) end as length_m,
  l.road_number, l.category, l.speed_kmh, coalesce(l.one_way, false) as one_way, coalesce(l.ferry, false) as ferry,
  l.ferry_min, l.wait_min, l.kind, coalesce(l.motorway, false) as motorway, coalesce(l.tunnel, false) as tunnel,
  coalesce(l.level, case when l.tunnel then -1 else 0 end) as level
from (
  select *, st_numgeometries(geom) as parts from grunnriss.layer_road_link
  where dataset_id = any (:datasets::bigint[]) and (dataset_id, fid) > (:dataset::bigint, :fid::bigint)
    and (:categories::text[] is null or category = any (:categories::text[]))
    and geom && st_makeenvelope(:west, :south, :east, :north, grunnriss.analysis_srid())
  order by dataset_id, fid limit :most::integer
) l
cross join lateral st_dump(l.geom) line
order by l.dataset_id, l.fid, part

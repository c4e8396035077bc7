-- Where ends that no other road meets come upon a road between that one's ends: turn-outs that were drawn a little short.
--   :ends, :xs, :ys, :levels       the ends: what is their own, and where they are
--   :own_datasets, :own_fids       the link of each
--   :named                         whether its register gives it a node
--   :datasets                      current datasets of the layer road-link
--   :snap_m                        how near, metres
-- The nearest for each end that has one; at: 0–1 along the line. Not on another level, not on a ferry, and not on a link
-- of the same register where both have nodes: it would say so.
with loose as materialized (
  select e.*, st_setsrid(st_makepoint(e.x, e.y), grunnriss.analysis_srid()) as geom
  from unnest(:ends::integer[], :xs::float8[], :ys::float8[], :levels::integer[], :own_datasets::bigint[],
    :own_fids::bigint[], :named::boolean[]) as e(number, x, y, level, dataset, fid, named)
)
select distinct on (e.number) e.number as end, l.dataset_id as dataset, l.fid, coalesce(line.path[1], 1) as part,
  st_linelocatepoint(line.geom, e.geom) as at
from loose e
join grunnriss.layer_road_link l
  on l.dataset_id = any (:datasets::bigint[]) and st_dwithin(l.geom, e.geom, :snap_m::float8)
 and (l.dataset_id, l.fid) <> (e.dataset, e.fid) and not coalesce(l.ferry, false)
 and coalesce(l.level, case when l.tunnel then -1 else 0 end) = e.level
 and not (e.named and l.from_node is not null and l.dataset_id = e.dataset)
cross join lateral st_dump(l.geom) line
where st_dwithin(line.geom, e.geom, :snap_m::float8)
order by e.number, st_distance(line.geom, e.geom), l.dataset_id, l.fid, part

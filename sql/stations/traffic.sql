-- Rows of traffic: what was counted on which link of its register.
--   :traffic  current datasets of the layer
-- link: id of the road link where the register says one, else of the row; length_m: as stated, else ellipsoidal.
select t.dataset_id as dataset, t.fid, coalesce(t.source_id, t.fid::text) as id,
  coalesce(t.link_id, t.source_id, t.fid::text) as link, t.road_number, t.category, t.aadt,
  t.aadt_direction as direction, t.long_share as share, t.long_threshold_m as threshold_m, t.year,
  coalesce(t.origin, 'unknown') as origin, coalesce(t.length_m, grunnriss.length(t.geom)) as length_m
from grunnriss.layer_traffic t
where t.dataset_id = any (:traffic::bigint[])
order by t.dataset_id, t.fid

-- Ferries. :datasets current datasets of the layer road-link
-- length_m: as its time is told by, ellipsoidal; along_m: of the line, in the plane of the analysis CRS.
select case when st_numgeometries(l.geom) = 1 and l.length_m >= 0 then l.length_m else grunnriss.length(l.geom) end as length_m,
  l.ferry_min, l.wait_min, st_length(l.geom) as along_m
from grunnriss.layer_road_link l
where l.dataset_id = any (:datasets::bigint[]) and l.ferry and l.geom is not null

-- The box of a municipality, analysis CRS. :municipalities current datasets of layer municipality; null where it is not there.
select st_xmin(b.box) as west, st_ymin(b.box) as south, st_xmax(b.box) as east, st_ymax(b.box) as north
from (
  select st_extent(k.geom) as box from grunnriss.layer_municipality k
  where k.dataset_id = any (:municipalities::bigint[]) and k.number = :municipality
) b

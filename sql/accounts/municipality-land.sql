-- The land of a municipality and its box, analysis CRS.
--   :municipalities datasets   :municipality number
select st_asbinary(m.geom) as geom, st_xmin(m.geom) as west, st_ymin(m.geom) as south, st_xmax(m.geom) as east, st_ymax(m.geom) as north
from (
  select grunnriss.united(array_agg(l.geom)) as geom from grunnriss.layer_municipality l
  join grunnriss.dataset d on d.id = l.dataset_id
  where l.dataset_id = any (:municipalities::bigint[]) and l.number = :municipality
    and (l.valid_from is null or l.valid_from <= d.imported_at::date) and (l.valid_to is null or l.valid_to > d.imported_at::date)
) m
where m.geom is not null

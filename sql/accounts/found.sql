-- Whether any feature of a layer lies in a municipality. {table} is the layer's.
--   :datasets, :municipality, :municipalities
select exists (
  select from grunnriss.layer_municipality m
  join grunnriss.dataset s on s.id = m.dataset_id
    and (m.valid_from is null or m.valid_from <= s.imported_at::date) and (m.valid_to is null or m.valid_to > s.imported_at::date)
  join grunnriss.{table} l on l.dataset_id = any (:datasets::bigint[]) and l.geom && m.geom and st_intersects(l.geom, m.geom)
  where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text
) as found

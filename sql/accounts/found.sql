-- Whether any feature of a layer lies in a municipality. {table} is the layer's.
--   :datasets, :municipality, :municipalities
select exists (
  select from grunnriss.layer_municipality m
  join grunnriss.{table} l on l.dataset_id = any (:datasets::bigint[]) and l.geom && m.geom and st_intersects(l.geom, m.geom)
  where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text
) as found

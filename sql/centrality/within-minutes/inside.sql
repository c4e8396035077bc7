-- Which points lie on a layer's features; {table} is the layer's. :datasets current datasets; :xs, :ys analysis CRS.
-- place: position of the point, from 1.
select k.place
from unnest(:xs::float8[], :ys::float8[]) with ordinality as k(x, y, place)
where exists (
  select from grunnriss.{table} l
  where l.dataset_id = any (:datasets::bigint[])
    and st_intersects(l.geom, st_setsrid(st_makepoint(k.x, k.y), grunnriss.analysis_srid())))

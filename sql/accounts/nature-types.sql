-- Mapped nature types in a municipality by value, each piece of ground once within a value; class null: all of it.
--   :datasets, :division, :municipality
with land as materialized (
  select coalesce(l.value, 'unknown') as class, p.geom
  from grunnriss.piece p
  join grunnriss.layer_nature_type l on l.dataset_id = p.dataset_id and l.fid = p.fid
  where p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer and p.municipality = :municipality::text
)
select class, grunnriss.area(grunnriss.united(array_agg(geom))) as area_m2
from land group by grouping sets ((class), ()) order by class

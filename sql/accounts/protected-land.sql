-- Protected land in a municipality by form of protection, each piece of ground once within a form; class null: all of it.
--   :datasets, :division, :municipality
with land as materialized (
  select coalesce(l.protection, 'unknown') as class, p.geom
  from grunnriss.piece p
  join grunnriss.layer_protected_area l on l.dataset_id = p.dataset_id and l.fid = p.fid
  where p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer and p.municipality = :municipality::text
)
select class, grunnriss.area(grunnriss.united(array_agg(geom))) as area_m2
from land group by grouping sets ((class), ()) order by class

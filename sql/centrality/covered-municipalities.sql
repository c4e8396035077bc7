-- Municipalities that datasets cover by what their source says: all of the middle of every piece of them.
--   :datasets                   whose coverage counts
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
select p.municipality as number
from grunnriss.piece p
where p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer
group by p.municipality
having bool_and(exists (
  select from grunnriss.dataset d
  where d.id = any (:datasets::bigint[]) and st_intersects(d.coverage, st_pointonsurface(p.geom))))

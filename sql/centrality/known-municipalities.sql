-- Municipalities that datasets of a layer say something about: features have their middles there, or their source says that
-- it looked at all of the municipality; {table} is the layer's.
--   :datasets                   current datasets of the layer
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
select p.municipality as number
from grunnriss.piece p
where p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer
group by p.municipality
having bool_or(exists (
    select from grunnriss.{table} l
    where l.dataset_id = any (:datasets::bigint[]) and l.geom && p.geom and st_intersects(p.geom, st_pointonsurface(l.geom))))
  or bool_and(exists (
    select from grunnriss.dataset d
    where d.id = any (:datasets::bigint[]) and st_intersects(d.coverage, st_pointonsurface(p.geom))))

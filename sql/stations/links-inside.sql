-- Road links whose middle lies in a municipality that is loaded.
--   :roads                      current datasets of the layer road-link
--   :municipalities, :division  current datasets of the layer municipality, and the division of their pieces
select l.dataset_id as dataset, l.fid
from grunnriss.layer_road_link l
cross join lateral (select st_lineinterpolatepoint(st_geometryn(l.geom, 1), 0.5) as middle) m
where l.dataset_id = any (:roads::bigint[]) and exists (
  select from grunnriss.piece p
  where p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer and st_intersects(p.geom, m.middle))
order by l.dataset_id, l.fid

-- Energy stations, each with its place; a station of several kinds of energy is a row for each.
--   :datasets                   current datasets of the layer
--   :municipalities, :division  current datasets of the layer municipality, and the division of their pieces
-- municipality: the lowest number, '' outside all. geom: well-known binary, analysis CRS.
select l.dataset_id as dataset, l.fid, coalesce(l.source_id, l.fid::text) as id, l.name, l.energy, l.power_kw, l.truck_access,
  l.directions, l.status, l.road_number, st_x(l.geom) as x, st_y(l.geom) as y, st_asbinary(l.geom) as geom,
  coalesce((
    select min(m.municipality) from grunnriss.piece m
    where m.dataset_id = any (:municipalities::bigint[]) and m.division = :division::integer
      and st_intersects(m.geom, l.geom)), '') as municipality
from grunnriss.layer_energy_station l
where l.dataset_id = any (:datasets::bigint[]) and l.geom is not null
order by l.dataset_id, l.fid

-- Municipalities of each region that holds today: any of their land has its middle in it.
--   :regions                    current datasets of the layer region
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
select r.number as region, array_agg(distinct p.municipality order by p.municipality) as municipalities
from grunnriss.layer_region r
join grunnriss.piece p on p.geom && r.geom and st_intersects(r.geom, st_pointonsurface(p.geom))
where r.dataset_id = any (:regions::bigint[]) and (r.valid_to is null or r.valid_to >= current_date)
  and p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer
group by r.number

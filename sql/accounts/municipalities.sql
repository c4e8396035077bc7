-- Municipalities of a division, also those that have ended, with the regions and counties that hold a point of them.
--   :municipalities, :regions   datasets
-- present: holds today. successors: the present ones on whose ground an ended one mostly lies.
with municipality as materialized (
  select l.number, max(l.name) as name, grunnriss.united(array_agg(l.geom)) as geom,
    bool_or(l.valid_to is null or l.valid_to >= current_date) as present, max(l.valid_to) as valid_to
  from grunnriss.layer_municipality l
  where l.dataset_id = any (:municipalities::bigint[])
  group by l.number
)
select m.number, m.name, m.present, m.valid_to, grunnriss.area(m.geom) as area_m2,
  (select coalesce(array_agg(distinct r.number), '{}') from grunnriss.layer_region r
   where r.dataset_id = any (:regions::bigint[]) and st_contains(r.geom, p.geom)) as regions,
  case when m.present then '{}' else
    (select coalesce(array_agg(n.number order by n.number), '{}') from municipality n
     where n.present and st_intersects(n.geom, p.geom)) end as successors
from municipality m
cross join lateral (select st_pointonsurface(m.geom) as geom) p
order by m.number

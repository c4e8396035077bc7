-- Municipalities of a division, also those that do not hold, with the regions and counties that hold a point of them.
--   :municipalities, :regions   datasets
-- A municipality holds on the day its division was loaded, as in pieces/cut.sql: what it was before or will be is none of
-- its land. valid_from, valid_to of what holds, else of all. successors: those that hold on whose ground another mostly lies.
with member as materialized (
  select l.number, l.name, l.geom, l.valid_from, l.valid_to, s.imported_at::date as day,
    (l.valid_from is null or l.valid_from <= s.imported_at::date) and (l.valid_to is null or l.valid_to > s.imported_at::date) as holds
  from grunnriss.layer_municipality l
  join grunnriss.dataset s on s.id = l.dataset_id
  where l.dataset_id = any (:municipalities::bigint[])
),
municipality as materialized (
  select number, max(name) as name, grunnriss.united(array_agg(geom)) as geom, holds as present,
    max(valid_from) as valid_from, max(valid_to) as valid_to, max(day) as day
  from member m
  where holds or not exists (select from member o where o.number = m.number and o.holds)
  group by number, holds
)
select m.number, m.name, m.present, m.valid_from::text as valid_from, m.valid_to::text as valid_to, m.day::text as day,
  m.valid_from > m.day as is_future, grunnriss.area(m.geom) as area_m2,
  (select coalesce(array_agg(distinct r.number), '{}') from grunnriss.layer_region r
   where r.dataset_id = any (:regions::bigint[]) and st_contains(r.geom, p.geom)) as regions,
  case when m.present then '{}' else
    (select coalesce(array_agg(concat_ws(' ', n.number, n.name) order by n.number), '{}') from municipality n
     where n.present and st_intersects(n.geom, p.geom)) end as successors
from municipality m
cross join lateral (select st_pointonsurface(m.geom) as geom) p
order by m.number

-- Holiday homes that lie in municipalities, by their middle. No row where none was found and nobody looked: no dataset says
-- that it covers the municipality (99 %, for coasts are drawn differently).
--   :numbers of municipalities of the division
select m.number as municipality, count(h.fid)::float8 as value
from grunnriss.layer_municipality m
join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = m.dataset_id
left join (
  select l.fid, st_centroid(l.geom) as place
  from grunnriss.layer_holiday_home l
  join grunnriss.current_dataset d on d.layer = 'holiday-home' and d.id = l.dataset_id
) h on h.place && m.geom and st_contains(m.geom, h.place)
where m.number = any (:numbers::text[])
  and (m.valid_from is null or m.valid_from <= d.imported_at::date) and (m.valid_to is null or m.valid_to > d.imported_at::date)
group by m.number
having count(h.fid) > 0 or m.number in (
  select l.number
  from grunnriss.layer_municipality l
  join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = l.dataset_id
  join grunnriss.current_dataset c on c.layer = 'holiday-home' and c.coverage && l.geom
  where l.number = any (:numbers::text[])
    and st_area(grunnriss.intersection(c.coverage, l.geom)) >= 0.99 * st_area(l.geom)
)

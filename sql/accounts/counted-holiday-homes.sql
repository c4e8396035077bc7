-- Holiday homes that lie in municipalities, by their middle. No row where none was found and nobody looked: no dataset says
-- that it covers the municipality (99 %, for coasts are drawn differently).
--   :numbers of municipalities of the division
select m.number as municipality, count(h.fid)::float8 as value
from grunnriss.layer_municipality m
join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = m.dataset_id
-- Municipality by municipality: in another order each home would have its municipality's border read and indexed anew.
left join lateral (
  select l.fid
  from grunnriss.layer_holiday_home l
  join grunnriss.current_dataset c on c.layer = 'holiday-home' and c.id = l.dataset_id
  where l.geom && m.geom and st_contains(m.geom, st_centroid(l.geom))
  offset 0
) h on true
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

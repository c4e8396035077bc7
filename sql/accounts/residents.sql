-- Residents of municipalities by year, by the middle of their cells: a row for each year, and one that takes every current
-- dataset by its newest year (`newest`), as the list of municipalities does.
--   :numbers of municipalities of the division
with municipality as materialized (
  select l.number, l.geom
  from grunnriss.layer_municipality l
  join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = l.dataset_id
  where l.number = any (:numbers::text[])
    and (l.valid_from is null or l.valid_from <= d.imported_at::date) and (l.valid_to is null or l.valid_to > d.imported_at::date)
), population as materialized (
  select l.residents, l.geom, l.year, max(l.year) over (partition by l.dataset_id) as newest
  from grunnriss.layer_population l
  join grunnriss.current_dataset d on d.layer = 'population' and d.id = l.dataset_id
)
select m.number as municipality, grouping(p.year) = 1 as newest, max(p.year) as year,
  (case grouping(p.year) when 0 then sum(p.residents)
    else sum(p.residents) filter (where p.year is not distinct from p.newest) end)::float8 as value
from municipality m
join population p on p.geom && m.geom and st_contains(m.geom, st_centroid(p.geom))
group by grouping sets ((m.number, p.year), (m.number))
order by 1, 2, 3

-- Residents of municipalities by year, by the middle of their cells: a row for each year, and one that takes every current
-- dataset by its newest year (`newest`), as the list of municipalities does.
--   :numbers of municipalities of the division
with municipality as materialized (
  select l.number, l.geom
  from grunnriss.layer_municipality l
  join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = l.dataset_id
  where l.number = any (:numbers::text[])
    and (l.valid_from is null or l.valid_from <= d.imported_at::date) and (l.valid_to is null or l.valid_to > d.imported_at::date)
), source as materialized (
  select l.dataset_id, max(l.year) as newest
  from grunnriss.layer_population l
  join grunnriss.current_dataset d on d.layer = 'population' and d.id = l.dataset_id
  group by l.dataset_id
)
select p.number as municipality, grouping(p.year) = 1 as newest, max(p.year) as year,
  (case grouping(p.year) when 0 then sum(p.residents)
    else sum(p.residents) filter (where p.year is not distinct from s.newest) end)::float8 as value
from (
  -- Municipality by municipality: in another order each cell would have its municipality's border read and indexed anew.
  select m.number, l.*
  from municipality m
  cross join lateral (
    select l.dataset_id, l.residents, l.year
    from grunnriss.layer_population l
    where l.dataset_id in (select dataset_id from source) and l.geom && m.geom and st_contains(m.geom, st_centroid(l.geom))
    offset 0
  ) l
) p
join source s using (dataset_id)
group by grouping sets ((p.number, p.year), (p.number))
order by 1, 2, 3

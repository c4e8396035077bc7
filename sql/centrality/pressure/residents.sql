-- Residents of two years by dataset and by the cells of a raster that the middles of population cells lie in.
--   :population           current datasets of the layer
--   :from_year, :to_year
--   :cell_m               side of a cell
-- from, to: null where the dataset has no rows of the year there. The same cell in the same place and year counts once, of
-- the dataset loaded last.
with lived as (
  select l.dataset_id, l.year, l.residents, st_centroid(l.geom) as middle
  from grunnriss.layer_population l
  where l.dataset_id = any (:population::bigint[]) and l.geom is not null and l.residents >= 0
    and l.year in (:from_year::integer, :to_year::integer)
    and not exists (
      select from grunnriss.layer_population o
      where o.geom ~= l.geom and o.dataset_id = any (:population::bigint[]) and o.dataset_id > l.dataset_id
        and o.year = l.year and coalesce(o.cell, o.source_id) = coalesce(l.cell, l.source_id) and o.residents >= 0)
)
select dataset_id as dataset, floor(st_x(middle) / :cell_m::float8)::integer as "column",
  floor(st_y(middle) / :cell_m::float8)::integer as "row",
  (sum(residents) filter (where year = :from_year::integer))::float8 as "from",
  (sum(residents) filter (where year = :to_year::integer))::float8 as "to"
from lived
group by 1, 2, 3
order by 1, 2, 3

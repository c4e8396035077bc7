-- Residents of two years by the cells of a raster that the middles of population cells lie in.
--   :population           current datasets of the layer
--   :from_year, :to_year
--   :cell_m               side of a cell
select floor(st_x(st_centroid(geom)) / :cell_m::float8)::integer as "column",
  floor(st_y(st_centroid(geom)) / :cell_m::float8)::integer as "row",
  coalesce(sum(residents) filter (where year = :from_year::integer), 0)::float8 as "from",
  coalesce(sum(residents) filter (where year = :to_year::integer), 0)::float8 as "to"
from grunnriss.layer_population
where dataset_id = any (:population::bigint[]) and geom is not null and residents >= 0
group by 1, 2

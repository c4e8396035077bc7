-- Buildings of one kind by the cells of a raster that their middles lie in.
--   :dwellings, :holiday_homes, :buildings  current datasets of the layers; empty for those that do not count
--   :types                                  of :buildings: building types that count
--   :cell_m                                 side of a cell
--   :built_by                               houses built later are left out; null: all are there
--   :from_year, :to_year                    new: built after the first and no later than the second
with house as (
  select st_centroid(geom) as point, built_year from grunnriss.layer_dwelling
  where dataset_id = any (:dwellings::bigint[]) and geom is not null
  union all
  select st_centroid(geom), built_year from grunnriss.layer_holiday_home
  where dataset_id = any (:holiday_homes::bigint[]) and geom is not null
  union all
  select st_centroid(geom), built_year from grunnriss.layer_building
  where dataset_id = any (:buildings::bigint[]) and geom is not null and building_type = any (:types::integer[])
)
select floor(st_x(point) / :cell_m::float8)::integer as "column", floor(st_y(point) / :cell_m::float8)::integer as "row",
  count(*) as buildings, count(*) filter (where built_year > :from_year::integer and built_year <= :to_year::integer) as new,
  count(*) filter (where built_year is null) as undated
from house
where :built_by::integer is null or built_year is null or built_year <= :built_by::integer
group by 1, 2

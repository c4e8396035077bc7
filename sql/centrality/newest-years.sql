-- The newest year of datasets, and how many of their rows have no year; year: null where no row has one.
--   :population, :workplace   datasets of these layers
with counted as (
  select dataset_id, year from grunnriss.layer_population where dataset_id = any (:population::bigint[])
  union all
  select dataset_id, year from grunnriss.layer_workplace where dataset_id = any (:workplace::bigint[])
)
select dataset_id as dataset, max(year) as year, count(*) filter (where year is null) as undated
from counted
group by dataset_id
order by dataset_id

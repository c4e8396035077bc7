-- Years that datasets of a coverage are of, by the year of their rows, else of their data date; null where neither tells.
--   :datasets
-- undated: rows without a year in a dataset whose other rows have one. They hold in every year, and make none themselves.
with counted as (
  select l.dataset_id, l.year, count(*) as polygons from grunnriss.{table} l where l.dataset_id = any (:datasets::bigint[]) group by 1, 2
),
dated as (
  select c.*, bool_or(year is not null) over w as is_dated, coalesce(sum(polygons) filter (where year is null) over w, 0) as undated
  from counted c window w as (partition by dataset_id)
)
select y.dataset_id as dataset, coalesce(y.year, substring(d.data_date from '^\d{4}')::bigint) as year,
  case when y.is_dated then y.undated else 0 end::integer as undated
from dated y
join grunnriss.dataset d on d.id = y.dataset_id
where y.year is not null or not y.is_dated
order by year desc nulls last, dataset

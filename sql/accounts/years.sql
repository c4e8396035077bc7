-- Years that datasets of a coverage are of, by the year of their rows, else of their data date; null where neither tells.
--   :datasets
select distinct d.id as dataset, coalesce(l.year, substring(d.data_date from '^\d{4}')::bigint) as year
from grunnriss.{table} l
join grunnriss.dataset d on d.id = l.dataset_id
where l.dataset_id = any (:datasets::bigint[])
order by year desc nulls last, dataset

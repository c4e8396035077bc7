-- Figures of municipalities from statistics, oldest first; of several datasets with the same year, the one loaded last.
--   :numbers of municipalities
select distinct on (l.municipality, l.indicator, l.year)
  l.municipality, l.indicator, l.year, l.value, coalesce(l.source, d.provider, d.title, d.part) as source, d.data_date as date
from grunnriss.layer_municipal_figure l
join grunnriss.current_dataset d on d.layer = 'municipal-figure' and d.id = l.dataset_id
where l.municipality = any (:numbers::text[]) and l.value is not null
order by l.municipality, l.indicator, l.year, d.id desc

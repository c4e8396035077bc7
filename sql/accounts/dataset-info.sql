-- What datasets are, current or not, with the current edition where it has them, else the newest one that has.   :datasets
select d.id, d.layer, d.part, d.title, d.provider, d.data_date as date, d.imported_at, d.example, coalesce(max(c.number), max(e.edition), 0) as edition
from grunnriss.dataset d
left join grunnriss.edition_dataset e on e.dataset_id = d.id
left join grunnriss.current_edition c on c.layer = e.layer and c.number = e.edition
where d.id = any (:datasets::bigint[])
group by d.id
order by d.layer, d.id

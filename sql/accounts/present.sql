-- The municipalities of the division.
select l.number, max(l.name) as name
from grunnriss.layer_municipality l
join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = l.dataset_id
where (l.valid_from is null or l.valid_from <= d.imported_at::date) and (l.valid_to is null or l.valid_to > d.imported_at::date)
group by l.number
order by l.number

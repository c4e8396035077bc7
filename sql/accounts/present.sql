-- The municipalities that hold today.
select l.number, max(l.name) as name
from grunnriss.layer_municipality l
join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = l.dataset_id
where (l.valid_from is null or l.valid_from <= current_date) and (l.valid_to is null or l.valid_to >= current_date)
group by l.number
order by l.number

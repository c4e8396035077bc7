-- Municipalities of today that have taken over from a number of before, the largest part first.
--   :number
select l.successor, max(l.successor_name) as successor_name, max(l.to_year) as to_year
from grunnriss.layer_municipality_number l
join grunnriss.current_dataset d on d.layer = 'municipality-number' and d.id = l.dataset_id
where l.number = :number and l.successor <> l.number
group by l.successor
order by max(l.share) desc nulls last, l.successor

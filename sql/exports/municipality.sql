-- The land of a municipality, by the current edition of the municipalities; null when there is none of that number.
select ST_AsBinary(ST_Union(l.geom)) as area
from grunnriss.layer_municipality l
join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = l.dataset_id
where l.number = :number
  and (l.valid_from is null or l.valid_from <= current_date) and (l.valid_to is null or l.valid_to >= current_date)

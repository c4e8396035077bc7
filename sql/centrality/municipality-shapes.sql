-- Municipalities that hold today, by number. :municipalities current datasets of the layer. geom: well-known binary.
select l.number, min(l.name) as name, st_asbinary(st_multi(grunnriss.united(array_agg(l.geom)))) as geom
from grunnriss.layer_municipality l
where l.dataset_id = any (:municipalities::bigint[])
  and (l.valid_from is null or l.valid_from <= current_date) and (l.valid_to is null or l.valid_to >= current_date)
group by l.number
order by l.number

-- Municipalities of the present. :municipalities current datasets of layer municipality
select distinct k.number, min(k.name) as name from grunnriss.layer_municipality k
where k.dataset_id = any (:municipalities::bigint[]) and k.valid_to is null
group by k.number
order by k.number

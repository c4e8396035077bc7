-- Of the given datasets, those that are not cut by a division (:division) yet.
select d.id, d.layer
from grunnriss.dataset d
where d.id = any(:ids::bigint[])
  and not exists (select from grunnriss.piece p where p.dataset_id = d.id and p.division = :division)
order by d.id

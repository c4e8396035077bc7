-- Of the given datasets, those that are not wholly cut by a division (:division).
select d.id, d.layer
from grunnriss.dataset d
where d.id = any(:ids::bigint[])
  and not exists (select from grunnriss.cut c where c.dataset_id = d.id and c.division = :division and c.done)
order by d.id

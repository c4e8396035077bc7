-- Of the given datasets, those with pieces in a municipality.
--   :datasets, :division, :municipality
select d.id from unnest(:datasets::bigint[]) as d(id)
where exists (select from grunnriss.piece p
  where p.dataset_id = d.id and p.division = :division::integer and p.municipality = :municipality::text)
order by d.id

-- Features of a plan that could not be loaded, with the reason, and the place where it is known.
--   :datasets those of the plan   :srid CRS that places are also given in
select d.layer, r.index, r.source_id, r.reason, r.detail::jsonb as values,
  coalesce(r.original -> 'properties', '{}') as properties, r.original ->> 'objectType' as object_type,
  grunnriss.place(r.place, :srid::integer) as place
from grunnriss.rejected r
join grunnriss.dataset d on d.id = r.dataset_id
where r.dataset_id = any (:datasets::bigint[])
order by r.index

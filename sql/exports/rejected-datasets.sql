-- Datasets of a layer with features that were not loaded: the one asked for, or the newest load of each part.
select d.id, d.part, d.source_crs, d.source_file, d.rejected_count as rejected
from (
  select distinct on (part) * from grunnriss.dataset
  where layer = :layer and complete
    and (:dataset::bigint is null or id = :dataset) and (:part::text is null or part = :part)
  order by part, id desc
) d
where d.rejected_count > 0
order by d.part

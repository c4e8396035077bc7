-- Whether a dataset is there, and is of a layer.
--   :dataset, :layer
select coalesce(bool_or(layer = :layer::text), false) as own, count(*) > 0 as known from grunnriss.dataset where id = :dataset::bigint

-- Rows that cannot be counted, because they say less than nothing.
--   :population, :workplace, :service  current datasets of the layers
select
  (select count(*) from grunnriss.layer_population where dataset_id = any (:population::bigint[]) and residents < 0) as residents,
  (select count(*) from grunnriss.layer_workplace where dataset_id = any (:workplace::bigint[]) and jobs < 0) as jobs,
  (select count(*) from grunnriss.layer_service where dataset_id = any (:service::bigint[]) and count < 0) as services

-- Regions and counties by number.   :regions   datasets
select number, max(name) as name from grunnriss.layer_region where dataset_id = any (:regions::bigint[]) group by number order by number

-- Regions and municipalities by number. :regions, :municipalities current datasets of the layers
select 'region' as kind, number, min(name) as name from grunnriss.layer_region
where dataset_id = any (:regions::bigint[]) and (valid_to is null or valid_to >= current_date)
group by number
union all
select 'municipality', number, min(name) from grunnriss.layer_municipality
where dataset_id = any (:municipalities::bigint[]) and (valid_to is null or valid_to >= current_date)
group by number
order by kind desc, number

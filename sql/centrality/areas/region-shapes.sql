-- Regions that hold today, by number. :regions current datasets of the layer. geom: well-known binary, analysis CRS.
select number, st_asbinary(st_multi(grunnriss.united(array_agg(geom)))) as geom from grunnriss.layer_region
where dataset_id = any (:regions::bigint[]) and (valid_to is null or valid_to >= current_date)
group by number
order by number

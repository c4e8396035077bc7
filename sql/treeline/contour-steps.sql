-- The heights that contours and bands of the current elevation are drawn at. :elevation current datasets
select distinct e.height_m from grunnriss.layer_elevation e
where e.dataset_id = any (:elevation::bigint[]) and st_dimension(e.geom) > 0 and e.height_m is not null
order by e.height_m

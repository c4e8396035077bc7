-- Urban areas with residents. :urban_areas current datasets of the layer
select coalesce(l.number, l.source_id) as number, l.name, l.residents, st_asbinary(l.geom) as geom from grunnriss.layer_urban_area l
where l.dataset_id = any (:urban_areas::bigint[]) and l.geom is not null and l.residents is not null
order by l.fid

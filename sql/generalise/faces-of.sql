-- The polygons of a dataset.
select fid from grunnriss.{table} where dataset_id = :dataset::bigint and ST_Dimension(geom) = 2 order by fid

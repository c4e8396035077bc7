-- The land of all zones of a dataset as one geometry, in the analysis CRS; null when there are none.
select st_asbinary(grunnriss.united(array_agg(geom))) as land from grunnriss.layer_zoning where dataset_id = :dataset

-- Where a dataset's source has looked: the rectangle round its features, in the analysis CRS.
update grunnriss.dataset
set coverage = (
  select st_multi(st_envelope(st_buffer(st_setsrid(st_extent(geom)::geometry, grunnriss.analysis_srid()), 0.001, 'endcap=square')))
  from grunnriss.{table} where dataset_id = :dataset::bigint
)
where id = :dataset::bigint
returning coverage is not null as has_area

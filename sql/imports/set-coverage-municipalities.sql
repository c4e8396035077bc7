-- Where a dataset's source has looked: the municipalities that are there now.
update grunnriss.dataset
set coverage = (
  select st_multi(st_collectionextract(st_union(m.geom), 3))
  from grunnriss.layer_municipality m
  join grunnriss.current_dataset d on d.id = m.dataset_id and d.layer = 'municipality'
)
where id = :dataset
returning coverage is not null as has_area

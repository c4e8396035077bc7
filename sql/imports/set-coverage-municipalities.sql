-- Where a dataset's source has looked: the municipalities that are there now.
update grunnriss.dataset
set coverage = (
  select st_multi(grunnriss.united(array_agg(m.geom)))
  from grunnriss.layer_municipality m
  join grunnriss.current_dataset d on d.id = m.dataset_id and d.layer = 'municipality'
)
where id = :dataset
returning coverage is not null as has_area

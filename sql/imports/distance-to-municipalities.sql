-- How far a rectangle (:west … :north in CRS :srid) is from the nearest municipality now, in km; null without any.
select min(st_distance(m.geom, st_transform(st_makeenvelope(:west, :south, :east, :north, :srid::integer), grunnriss.analysis_srid()))) / 1000 as km
from grunnriss.layer_municipality m
join grunnriss.current_dataset d on d.id = m.dataset_id and d.layer = 'municipality'

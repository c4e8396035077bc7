-- In which municipalities a source of a layer has looked: its coverage reaches there.
--   :numbers of municipalities of the division   :layers
select distinct m.number as municipality, c.layer
from grunnriss.layer_municipality m
join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = m.dataset_id
join grunnriss.current_dataset c on c.layer = any (:layers::text[]) and c.coverage && m.geom and st_intersects(c.coverage, m.geom)
where m.number = any (:numbers::text[])

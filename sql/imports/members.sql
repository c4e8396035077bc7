-- Datasets of the current edition of a layer.
select id, layer, part from grunnriss.current_dataset where layer = :layer order by id

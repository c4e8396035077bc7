-- Which of the given datasets can be published: complete ones of the layer.
select id, layer, part from grunnriss.dataset where id = any(:ids::bigint[]) and layer = :layer and complete

-- Current datasets of the given parts of a layer.
select id from grunnriss.current_dataset where layer = :layer and part = any(:parts::text[]) order by id

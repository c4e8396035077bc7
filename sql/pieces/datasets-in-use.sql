-- Datasets that readers use, with their layers. A draft is checked as its file gave it: its pieces are never read.
select id, layer from grunnriss.current_dataset order by id

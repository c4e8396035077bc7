-- Datasets of one edition of a layer.
select d.id, d.layer, d.part
from grunnriss.edition_dataset m join grunnriss.dataset d on d.id = m.dataset_id
where m.layer = :layer and m.edition = :edition
order by d.id

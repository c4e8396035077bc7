-- Datasets that readers or drafts use, with their layers.
select id, layer from grunnriss.current_dataset
union
select dataset.id, dataset.layer
from grunnriss.draft_dataset
join grunnriss.dataset on dataset.id = draft_dataset.dataset_id
order by id

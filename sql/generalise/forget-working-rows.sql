-- Remove the working rows of a dataset, and those that a load left which died and was removed.
with faces as (
  delete from grunnriss.face
  where dataset_id = :dataset::bigint
    or not exists (select from grunnriss.dataset where dataset.id = face.dataset_id)
)
delete from grunnriss.arc
where dataset_id = :dataset::bigint
  or not exists (select from grunnriss.dataset where dataset.id = arc.dataset_id)

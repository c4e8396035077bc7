-- Remove a dataset that no edition holds, with all that hangs on it. Its rows in the layer's table are gone already.
with pieces as (delete from grunnriss.piece where dataset_id = :dataset),
     cuts as (delete from grunnriss.cut where dataset_id = :dataset),
     drawn as (delete from grunnriss.generalised where dataset_id = :dataset),
     built as (delete from grunnriss.built_land where :dataset::bigint = any (datasets)),
     rejected as (delete from grunnriss.rejected where dataset_id = :dataset),
     repaired as (delete from grunnriss.repaired where dataset_id = :dataset)
delete from grunnriss.dataset where id = :dataset

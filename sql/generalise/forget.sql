-- Remove the generalised geometry of a dataset, before it is made anew.
delete from grunnriss.generalised where dataset_id = :dataset::bigint

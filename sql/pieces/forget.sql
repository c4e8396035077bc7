-- Remove the pieces of a dataset in one division, before they are cut anew.
delete from grunnriss.piece where dataset_id = :dataset::bigint and division = :division::integer

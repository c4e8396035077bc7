-- The municipality datasets of a division.
select dataset_id as id from grunnriss.edition_dataset where layer = 'municipality' and edition = :division::integer

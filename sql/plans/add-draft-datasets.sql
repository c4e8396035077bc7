-- The datasets of a draft.
insert into grunnriss.draft_dataset (draft, dataset_id) select :draft, unnest(:datasets::bigint[])

-- Features up to :last are cut; null: there were no more.
update grunnriss.cut
set last_fid = coalesce(:last, last_fid), done = :last::bigint is null
where dataset_id = :dataset and division = :division

-- How far a dataset is cut by a division; others that cut it wait until this transaction ends.
-- The dataset first, as those do who remove it. No row: it is removed.
with held as materialized (select id from grunnriss.dataset where id = :dataset for key share)
insert into grunnriss.cut (dataset_id, division)
select id, :division from held
on conflict (dataset_id, division) do update set done = cut.done
returning last_fid, done

-- Wait for a batch that is on its way into a dataset, and let no other begin until this transaction ends.
select id from grunnriss.dataset where id = :dataset for update

-- Say that a load is still going on, and hold its dataset against removal until this transaction ends.
-- No row: a newer load of the same part has removed it.
update grunnriss.dataset set imported_at = now() where id = :dataset and not complete returning id

-- The load is whole: from here an edition may take it.
update grunnriss.dataset
set complete = true, imported_at = now(), read_count = :read, loaded_count = :loaded, repaired_count = :repaired,
    rejected_count = :rejected, report = :report::jsonb
where id = :dataset and not complete
returning id

-- Keep a draft. No row: the same files are kept already, read in the same way.
insert into grunnriss.draft (id, plan_id, fingerprint, plan, report)
values (:id, :plan_id, :fingerprint, :plan, :report::jsonb)
on conflict (fingerprint) do nothing
returning id

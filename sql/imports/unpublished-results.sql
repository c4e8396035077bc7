-- Results in a layer that nobody will publish: of earlier attempts at this run (:run_key), whose lease the caller holds,
-- and of runs that failed or whose worker fell silent. A done run's result may come back and stays, this one's too: the
-- caller may have lost its lease without knowing.
select d.id, d.layer
from grunnriss.dataset d
where d.layer = :layer and d.complete and d.run_key is not null
  and not exists (select from grunnriss.edition_dataset m where m.dataset_id = d.id)
  and not exists (
    select from grunnriss.run r
    where r.key = d.run_key
      and (r.state = 'done'
        or (r.key <> :run_key and (r.state = 'queued' or (r.state = 'running' and r.lease_until > now()))))
  )
order by d.id

-- The findings of a plan (:part) that readers see now, with the editions that they rest on.
select d.id, r.request -> 'editions' as basis
from grunnriss.current_dataset d
join grunnriss.run r on r.key = d.run_key and r.state = 'done'
where d.layer = :layer and d.part = :part

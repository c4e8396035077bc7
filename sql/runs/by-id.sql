-- A run whose number anybody may know. A job is known by its key alone: what it is about may be a draft.
select id, key, kind, subject, state, progress, message, created_at, started_at, finished_at, error, result
from grunnriss.run
where id = :id and subject <> 'job'

select id, key, kind, subject, state, progress, message, created_at, started_at, finished_at, error, result
from grunnriss.run
where key = :key and subject = 'job'

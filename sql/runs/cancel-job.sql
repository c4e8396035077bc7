-- End a job that waits or runs: its worker loses the lease, and may not publish. No row: it had ended before.
update grunnriss.run
set state = 'cancelled', finished_at = now(), request = '{}'
where key = :key and subject = 'job' and state in ('queued', 'running')
returning id, key, kind, subject, state, progress, message, created_at, started_at, finished_at, error, result

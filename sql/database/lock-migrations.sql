-- One migrating process at a time; released with the transaction, also when the process dies.
select pg_advisory_xact_lock(3301)

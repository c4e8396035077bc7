-- One change of a layer's edition at a time, until this transaction ends.
select pg_advisory_xact_lock(hashtextextended('grunnriss.edition ' || :layer, 0))

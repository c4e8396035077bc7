-- The draft that the same files became, read in the same way.
select id from grunnriss.draft where fingerprint = :fingerprint

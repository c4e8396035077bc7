-- A draft's plan as its file gave it: JSON, gzip.
select plan from grunnriss.draft where id = :id

-- A new edition of a layer, not current yet.
with edition as (
  insert into grunnriss.edition (layer, number, note)
  select :layer, coalesce(max(number), 0) + 1, :note from grunnriss.edition where layer = :layer
  returning number
),
members as (
  insert into grunnriss.edition_dataset (layer, edition, dataset_id)
  select :layer, e.number, d from edition e cross join unnest(:datasets::bigint[]) as d
)
select number from edition

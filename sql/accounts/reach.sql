-- How much of a municipality datasets of layers say that they have looked at.
--   :layers, :datasets   pairs of a layer and a dataset of it, one a line
--   :municipality, :municipalities
-- A row for each layer: share 0–1 of the municipality, null where none of its datasets says where it looked.
with land as materialized (
  select grunnriss.united(array_agg(m.geom)) as geom
  from grunnriss.layer_municipality m
  join grunnriss.dataset s on s.id = m.dataset_id
    and (m.valid_from is null or m.valid_from <= s.imported_at::date) and (m.valid_to is null or m.valid_to > s.imported_at::date)
  where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text
),
named as materialized (
  select s.layer, s.dataset, d.coverage is not null as told
  from unnest(:layers::text[], :datasets::bigint[]) as s(layer, dataset)
  join grunnriss.dataset d on d.id = s.dataset
),
-- Most datasets are of other places. Layers of one provider often say the same of where they looked: each such land is looked
-- at once.
source as materialized (
  select c.layers, c.coverage, st_covers(c.coverage, l.geom) as whole
  from (
    select d.coverage, array_agg(distinct d.layer) as layers
    from (
      -- Copied out of the table once: every comparison with a large geometry there unpacks it anew.
      select n.layer, st_force2d(d.coverage) as coverage
      from named n
      join grunnriss.dataset d on d.id = n.dataset and d.coverage && (select geom from land)
      offset 0
    ) d
    group by d.coverage
    offset 0
  ) c
  cross join land l
)
select n.layer,
  case
    when bool_or(c.whole) then 1
    when not n.told then null
    else coalesce((
      select st_area(grunnriss.united(array_agg(grunnriss.intersection(c.coverage, l.geom)))) / st_area(l.geom)
      from source c cross join land l
      where n.layer = any (c.layers) and st_intersects(c.coverage, l.geom)
      group by l.geom), 0)
  end as share
from (select layer, bool_or(told) as told from named group by layer) n
left join source c on n.layer = any (c.layers)
group by n.layer, n.told
order by n.layer

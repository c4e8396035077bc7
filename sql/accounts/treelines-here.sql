-- Definitions of the treeline that reach into a municipality: of datasets with land there, or that say that they looked there.
--   :treelines datasets   :municipality, :division, :municipalities as in coverage.sql
-- The one that looked at all of it first, then what was mapped before what was modelled and what was derived.
with land as materialized (
  select grunnriss.united(array_agg(m.geom)) as geom
  from grunnriss.layer_municipality m
  join grunnriss.dataset s on s.id = m.dataset_id
    and (m.valid_from is null or m.valid_from <= s.imported_at::date) and (m.valid_to is null or m.valid_to > s.imported_at::date)
  where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text
),
source as materialized (
  select d.id, coalesce(st_covers(d.coverage, l.geom), false) as whole
  from grunnriss.dataset d cross join land l
  where d.id = any (:treelines::bigint[]) and (
    st_intersects(d.coverage, l.geom)
    or exists (select from grunnriss.piece p
      where p.dataset_id = d.id and p.division = :division::integer and p.municipality = :municipality::text)
  )
)
select t.definition, array_agg(distinct t.source) filter (where t.source is not null) as sources,
  max(t.uncertainty_m) as uncertainty_m, min(t.uncertainty_axis) as uncertainty_axis
from source s join grunnriss.layer_treeline t on t.dataset_id = s.id
group by t.definition
order by bool_or(s.whole) desc, array_position(array['empirical', 'climatic', 'derived'], t.definition)

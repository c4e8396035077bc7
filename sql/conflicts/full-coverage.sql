-- Datasets that looked at all land in a box and so many metres around it: the most that each did.
--   :datasets                     whose coverage is asked about
--   :west, :south, :east, :north  the box, analysis CRS
--   :margins                      metres, ascending
-- A row for every dataset that looked at all land within the least of them. Many share one coverage, which is looked at
-- once for all of them; copied out of the table first, for every look at it there unpacks it anew.
with box as materialized (
  select m.metres, st_makeenvelope(:west::float8 - m.metres, :south::float8 - m.metres, :east::float8 + m.metres,
    :north::float8 + m.metres, grunnriss.analysis_srid()) as geom
  from unnest(:margins::float8[]) as m(metres)
),
coverage as materialized (
  select d.id, st_force2d(d.coverage) as geom
  from grunnriss.dataset d
  where d.id = any (:datasets::bigint[]) and d.coverage ~ (select geom from box order by metres limit 1)
),
shared as materialized (
  select array_agg(id) as ids, (array_agg(geom))[1] as geom from coverage group by st_asbinary(geom)
)
select unnest(s.ids) as id, max(b.metres) as metres
from shared s join box b on s.geom ~ b.geom and st_covers(s.geom, b.geom)
group by 1

-- Jobs, or services, by the population cell that they lie in; those that lie in none, together by squares.
--   :workplaces, :own_years     current datasets of the layer workplace, and the year of each that counts; empty for services
--   :services                   current datasets of the layer service; empty for jobs
--   :population, :years         cells: current datasets of the layer population, and the year of each that counts
--   :square_m                   side of a square
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
-- dataset, fid: of the cell, null outside all; x, y: the middle of what lies together, analysis CRS. None below
-- zero. Rows without a year are always among them; the same workplace in the same place in several datasets counts once,
-- by the newest.
with wanted as materialized (
  select * from unnest(:population::bigint[], :years::integer[]) as w(dataset_id, year)
),
used as materialized (
  select * from unnest(:workplaces::bigint[], :own_years::integer[]) as w(dataset_id, year)
),
place as materialized (
  select st_pointonsurface(l.geom) as point, l.jobs as count
  from used u
  join grunnriss.layer_workplace l on l.dataset_id = u.dataset_id and (l.year is null or l.year = u.year)
  where l.geom is not null and l.jobs >= 0
    and not exists (
      select from grunnriss.layer_workplace o
      join used v on o.dataset_id = v.dataset_id and (o.year is null or o.year = v.year)
      where o.geom ~= l.geom and o.source_id = l.source_id and o.jobs >= 0
        and (coalesce(o.year, 0), o.dataset_id) > (coalesce(l.year, 0), l.dataset_id))
  union all
  select st_pointonsurface(l.geom), coalesce(l.count, 1)
  from grunnriss.layer_service l
  where l.dataset_id = any (:services::bigint[]) and l.geom is not null and coalesce(l.count, 1) >= 0
),
found as materialized (
  select p.point, p.count, c.dataset_id, c.fid
  from place p
  left join lateral (
    select l.dataset_id, l.fid
    from grunnriss.layer_population l
    join wanted w on l.dataset_id = w.dataset_id and (l.year is null or l.year = w.year)
    where l.residents >= 0 and st_dimension(l.geom) = 2 and st_intersects(l.geom, p.point)
    order by coalesce(l.year, 0) desc, l.dataset_id desc, l.fid limit 1
  ) c on true
),
gathered as (
  select dataset_id as dataset, fid, avg(st_x(point)) as x, avg(st_y(point)) as y, sum(count)::float8 as count
  from found where fid is not null group by dataset_id, fid
  union all
  select null, null, avg(st_x(point)), avg(st_y(point)), sum(count)::float8
  from found where fid is null
  group by floor(st_x(point) / :square_m::float8), floor(st_y(point) / :square_m::float8)
)
select g.*, coalesce(m.municipality, '') as municipality
from gathered g
left join lateral (
  select min(p.municipality) as municipality from grunnriss.piece p
  where g.fid is null and p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer
    and st_intersects(p.geom, st_setsrid(st_makepoint(g.x, g.y), grunnriss.analysis_srid()))
) m on true
order by g.dataset, g.fid, g.x, g.y

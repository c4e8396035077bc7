-- Services by the population cell that they lie in; those that lie in none, together by squares.
--   :datasets                   current datasets of the layer service
--   :population, :year          cells: current datasets of the layer population, and their year
--   :square_m                   side of a square
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
-- dataset, fid: of the cell, null outside all; x, y: the middle of what lies in a square, analysis CRS. None below zero.
with place as materialized (
  select st_pointonsurface(l.geom) as point, coalesce(l.count, 1) as count
  from grunnriss.layer_service l
  where l.dataset_id = any (:datasets::bigint[]) and l.geom is not null and coalesce(l.count, 1) >= 0
    
),
found as materialized (
  select p.point, p.count, c.dataset_id, c.fid
  from place p
  left join lateral (
    select l.dataset_id, l.fid from grunnriss.layer_population l
    where l.dataset_id = any (:population::bigint[]) and l.year is not distinct from :year::integer
      and l.residents >= 0 and st_dimension(l.geom) = 2 and st_intersects(l.geom, p.point)
    order by l.dataset_id, l.fid limit 1
  ) c on true
),
gathered as (
  select dataset_id as dataset, fid, null::float8 as x, null::float8 as y, sum(count)::float8 as count
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

-- Population cells and points of one year, a page at a time, with the place that stands for each.
--   :population                 current datasets of the layer population
--   :year                       null: rows without a year
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
--   :dataset, :fid, :most       the last cell of the page before, and how many a page has
-- municipality: number, '' outside all. point: well-known binary, analysis CRS; in the middle, where that is inside.
with cell as materialized (
  select l.dataset_id, l.fid, coalesce(l.cell, l.source_id, l.fid::text) as id, l.residents,
    case when st_dimension(l.geom) = 2 and not st_intersects(st_centroid(l.geom), l.geom)
      then st_pointonsurface(l.geom) else st_centroid(l.geom) end as point
  from grunnriss.layer_population l
  where l.dataset_id = any (:population::bigint[]) and l.year is not distinct from :year::integer
    and l.geom is not null and l.residents >= 0 and (l.dataset_id, l.fid) > (:dataset::bigint, :fid::bigint)
  order by l.dataset_id, l.fid
  limit :most::integer
)
select c.dataset_id as dataset, c.fid, c.id, c.residents, st_x(c.point) as x, st_y(c.point) as y,
  st_asbinary(c.point) as geom, coalesce(m.municipality, '') as municipality
from cell c
left join lateral (
  select min(p.municipality) as municipality from grunnriss.piece p
  where p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer and st_intersects(p.geom, c.point)
) m on true
order by c.dataset_id, c.fid

-- Population cells and points, a page at a time, with the place that stands for each.
--   :population, :years         current datasets of the layer population, and the year of each that counts; null: none
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
--   :dataset, :fid, :most       the last cell of the page before, and how many a page has
-- Rows without a year are always among them. municipality: number, '' outside all. point: well-known binary, analysis CRS;
-- in the middle, where that is inside. twin_dataset, twin_fid: the same cell in the same place in another dataset or year,
-- which counts in its stead: the newest year, then the dataset loaded last.
with wanted as materialized (
  select * from unnest(:population::bigint[], :years::integer[]) as w(dataset_id, year)
),
cell as materialized (
  select l.dataset_id, l.fid, coalesce(l.cell, l.source_id, l.fid::text) as code, l.year, l.residents, l.geom,
    case when st_dimension(l.geom) = 2 and not st_intersects(st_centroid(l.geom), l.geom)
      then st_pointonsurface(l.geom) else st_centroid(l.geom) end as point
  from wanted w
  join grunnriss.layer_population l on l.dataset_id = w.dataset_id and (l.year is null or l.year = w.year)
  where l.geom is not null and l.residents >= 0 and (l.dataset_id, l.fid) > (:dataset::bigint, :fid::bigint)
  order by l.dataset_id, l.fid
  limit :most::integer
)
select c.dataset_id as dataset, c.fid, c.code, c.year, c.residents, st_x(c.point) as x, st_y(c.point) as y,
  st_asbinary(c.point) as geom, coalesce(m.municipality, '') as municipality, t.dataset_id as twin_dataset, t.fid as twin_fid
from cell c
left join lateral (
  select min(p.municipality) as municipality from grunnriss.piece p
  where p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer and st_intersects(p.geom, c.point)
) m on true
left join lateral (
  select o.dataset_id, o.fid
  from grunnriss.layer_population o
  join wanted w on o.dataset_id = w.dataset_id and (o.year is null or o.year = w.year)
  where o.geom ~= c.geom and coalesce(o.cell, o.source_id, o.fid::text) = c.code and o.residents >= 0
    and (coalesce(o.year, 0), o.dataset_id) > (coalesce(c.year, 0), c.dataset_id)
  order by coalesce(o.year, 0) desc, o.dataset_id desc, o.fid limit 1
) t on true
order by c.dataset_id, c.fid

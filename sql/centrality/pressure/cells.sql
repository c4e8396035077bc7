-- Cells of a raster whose middles lie in a municipality. The raster begins at the origin of the analysis CRS. A middle on
-- the border of several is the one's with the lowest number.
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
--   :municipality               number
--   :cell_m                     side of a cell
with land as materialized (
  select geom from grunnriss.piece
  where dataset_id = any (:municipalities::bigint[]) and division = :division::integer and municipality = :municipality
)
select distinct c.at as "column", r.at as "row"
from land l
cross join lateral generate_series(ceil(st_xmin(l.geom) / :cell_m::float8 - 0.5)::integer, floor(st_xmax(l.geom) / :cell_m::float8 - 0.5)::integer) c(at)
cross join lateral generate_series(ceil(st_ymin(l.geom) / :cell_m::float8 - 0.5)::integer, floor(st_ymax(l.geom) / :cell_m::float8 - 0.5)::integer) r(at)
cross join lateral (
  select st_setsrid(st_makepoint((c.at + 0.5) * :cell_m::float8, (r.at + 0.5) * :cell_m::float8), grunnriss.analysis_srid()) as geom
) middle
where st_intersects(l.geom, middle.geom)
  and not exists (
    select from grunnriss.piece o
    where o.dataset_id = any (:municipalities::bigint[]) and o.division = :division::integer
      and o.municipality < :municipality and st_intersects(o.geom, middle.geom))
order by "row", "column"

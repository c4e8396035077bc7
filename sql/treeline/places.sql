-- The places of a grid in a municipality, and what grows there.
--   :municipality, :municipalities  number, and current datasets of layer municipality
--   :land_cover                     datasets of land cover, all of one year
--   :division                       of the pieces
--   :step                           metres between places; the grid begins at the origin of the analysis CRS
-- One row of lists: columns, rows; mapped: land cover is known there; forest.
with area as materialized (
  select grunnriss.united(array_agg(k.geom)) as geom from grunnriss.layer_municipality k
  where k.dataset_id = any (:municipalities::bigint[]) and k.number = :municipality and k.valid_to is null
),
place as materialized (
  select c.at as "column", r.at as "row", p.geom
  from area a
  cross join lateral generate_series(ceil(st_xmin(a.geom) / :step::float8)::integer, floor(st_xmax(a.geom) / :step::float8)::integer) c(at)
  cross join lateral generate_series(ceil(st_ymin(a.geom) / :step::float8)::integer, floor(st_ymax(a.geom) / :step::float8)::integer) r(at)
  cross join lateral (
    select st_setsrid(st_makepoint(c.at * :step::float8, r.at * :step::float8), grunnriss.analysis_srid()) as geom) p
  where st_intersects(a.geom, p.geom)
),
grown as (
  select p."column", p."row", count(l.fid) > 0 as mapped, coalesce(bool_or(l.class = '30'), false) as forest
  from place p
  left join grunnriss.piece q on q.dataset_id = any (:land_cover::bigint[]) and q.division = :division::integer
    and q.municipality = :municipality and st_intersects(q.geom, p.geom)
  left join grunnriss.layer_land_cover l on l.dataset_id = q.dataset_id and l.fid = q.fid
  group by p."column", p."row"
)
select coalesce(array_agg("column" order by "column", "row"), '{}') as columns, coalesce(array_agg("row" order by "column", "row"), '{}') as rows,
  coalesce(array_agg(mapped::integer order by "column", "row"), '{}') as mapped, coalesce(array_agg(forest::integer order by "column", "row"), '{}') as forest,
  (select array[st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)] from area) as box
from grown

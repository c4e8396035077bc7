-- How far off a line is at least: metres from the box around zones to the nearest box of a piece of the land above it; null
-- where the line has no land in the division.
--   :geoms                        land as well-known binary, analysis CRS
--   :datasets                     datasets of the line; :feature_datasets and :fids its features; :division of the pieces
with extent as materialized (
  select st_setsrid(st_extent(st_geomfromwkb(g.wkb))::geometry, grunnriss.analysis_srid()) as geom
  from unnest(:geoms::bytea[]) as g(wkb)
)
select min(p.geom <#> e.geom) as metres
from grunnriss.piece p
join unnest(:feature_datasets::bigint[], :fids::bigint[]) as f(dataset_id, fid) on f.dataset_id = p.dataset_id and f.fid = p.fid
cross join extent e
where p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer

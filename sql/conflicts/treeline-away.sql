-- How far off a line is at least: metres from the box around zones to the nearest box of a piece of the land above it; null
-- where the line has no land.
--   :geoms                        land as well-known binary, analysis CRS
--   :feature_datasets, :fids      the line's features; :division of the pieces
with extent as materialized (
  select st_setsrid(st_extent(st_geomfromwkb(g.wkb))::geometry, grunnriss.analysis_srid()) as geom
  from unnest(:geoms::bytea[]) as g(wkb)
)
select min(p.geom <#> e.geom) as metres
from unnest(:feature_datasets::bigint[], :fids::bigint[]) as f(dataset_id, fid)
join grunnriss.piece p on p.dataset_id = f.dataset_id and p.fid = f.fid and p.division = :division::integer
cross join extent e

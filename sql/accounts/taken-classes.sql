-- What land of groups lies on, by class of a coverage: each piece of ground once within a group and a class.
--   :groups, :geoms                  the land; a group may have several
--   :datasets, :year                 the version of the coverage
--   :division, :municipality         of the pieces
with land as materialized (
  select z."group", part.geom
  from unnest(:groups::text[], :geoms::bytea[]) as z("group", wkb)
  cross join lateral st_subdivide(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), 128, grunnriss.overlay_grid()) as part(geom)
),
-- Pieces first, then what they are, as in land-state.sql.
near as materialized (
  select z."group", z.geom, p.dataset_id, p.fid, p.geom as piece
  from land z
  join grunnriss.piece p on p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
    and p.municipality = :municipality::text and st_intersects(p.geom, z.geom)
)
select n."group", coalesce(l.class, 'unknown') as class,
  grunnriss.area(grunnriss.united(array_agg(grunnriss.intersection(n.piece, n.geom)))) as area_m2
from near n
join grunnriss.{table} l on l.dataset_id = n.dataset_id and l.fid = n.fid
  and (:year::bigint is null or coalesce(l.year, :year::bigint) = :year::bigint)
group by 1, 2

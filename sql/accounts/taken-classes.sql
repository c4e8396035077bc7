-- What land of zones lies on, by class of a coverage: each piece of ground once within a zone and a class.
--   :zones, :geoms                   the land; each once
--   :datasets, :year                 the version of the coverage
--   :division, :municipality         of the pieces
with land as materialized (
  select z.zone, part.geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
  cross join lateral st_subdivide(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), 128, grunnriss.overlay_grid()) as part(geom)
),
-- Pieces first, then what they are, as in land-state.sql.
near as materialized (
  select z.zone, z.geom, p.dataset_id, p.fid, p.geom as piece
  from land z
  join grunnriss.piece p on p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
    and p.municipality = :municipality::text and st_intersects(p.geom, z.geom)
)
select n.zone, coalesce(l.class, 'unknown') as name,
  grunnriss.area(grunnriss.joined(array_agg(grunnriss.shared(n.piece, n.geom)
    order by n.dataset_id, n.fid, n.piece, n.geom))) as area_m2
from near n
join grunnriss.{table} l on l.dataset_id = n.dataset_id and l.fid = n.fid
  and (:year::bigint is null or coalesce(l.year, :year::bigint) = :year::bigint)
group by 1, 2
order by 1, 2

-- One line around one zone: the border of the land above it, as far as it runs inside the coverage; points not farther
-- apart than :spacing metres, part by part, in the analysis CRS.
--   :geom zone as well-known binary; :datasets and :fids the features of the line; :reach in metres
with around as materialized (
  select z.geom, st_expand(z.geom, :reach::float8) as box
  from (select st_geomfromwkb(:geom::bytea, grunnriss.analysis_srid()) as geom) z
),
land as materialized (
  select grunnriss.united(array_agg(p.geom)) as geom
  from around a
  join grunnriss.piece p
    on p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
   and p.municipality = any (:municipalities::text[]) and p.geom && a.box
  join unnest(:feature_datasets::bigint[], :fids::bigint[]) as f(dataset_id, fid)
    on f.dataset_id = p.dataset_id and f.fid = p.fid
),
edge as (
  select st_boundary(grunnriss.united(array_agg(d.coverage))) as geom from grunnriss.dataset d
  where d.id = any (:datasets::bigint[]) and d.coverage is not null
),
-- Pieces were taken by the box, so their outer edges outside it are no line either.
line as (
  select case when e.geom is null then inside.geom
              else st_difference(inside.geom, st_buffer(st_intersection(e.geom, a.box, grunnriss.overlay_grid()), 0.01),
                                 grunnriss.overlay_grid()) end as geom
  from land l
  cross join around a
  cross join edge e
  cross join lateral (select st_intersection(st_boundary(l.geom), a.box, grunnriss.overlay_grid()) as geom) inside
)
select part.path[1] as part, st_x(p.geom) as x, st_y(p.geom) as y
from line l
cross join lateral st_dump(st_linemerge(st_collectionextract(l.geom, 2))) part
cross join lateral st_dumppoints(st_segmentize(part.geom, :spacing::float8)) p
order by part.path, p.path

-- The next features of one dataset by number, with their geometry as well-known binary: at most :most of them, and no
-- more after the one that makes :most_vertices vertices full, so that what is held in memory has an end.
-- {table} and {columns} come from the layer's declaration (services/exports/features.ts).
--   :areas well-known binary in the analysis CRS; a feature must meet each of them, with its inside where :inside says so
with asked as materialized (
  select ST_GeomFromWKB(a.wkb, grunnriss.analysis_srid()) as geom, a.inside
  from unnest(:areas::bytea[], :inside::boolean[]) as a(wkb, inside)
),
next as materialized (
  select n.fid, row_number() over (order by n.fid) as turn,
    sum(coalesce(ST_NPoints(n.geom), 0)) over (order by n.fid) as vertices
  from (
    select f.fid, f.geom
    from grunnriss.{table} f
    where f.dataset_id = :dataset and f.fid > :after
      and not exists (
        select from asked a
        where (ST_Intersects(a.geom, f.geom) and not (a.inside and ST_Touches(a.geom, f.geom))) is not true
      )
    order by f.fid
    limit :most
  ) n
)
select l.fid, l.dataset_id, l.source_id, l.accuracy_m, l.unmapped,
  ST_AsBinary(ST_Transform(l.geom, :srid::integer), 'NDR') as _geometry{columns}
from next n
join grunnriss.{table} l on l.dataset_id = :dataset and l.fid = n.fid
where n.turn = 1 or n.vertices <= :most_vertices
order by l.fid

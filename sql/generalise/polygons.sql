-- The next polygons of a coverage whose middle lies in a block, as little-endian well-known binary.
-- Takes features by fid after :after until their vertices reach :batch_vertices, so that a statement stays short.
select fid, wkb
from (
  select fid, ST_AsBinary(geom, 'NDR') as wkb, sum(ST_NPoints(geom)) over (order by fid) - ST_NPoints(geom) as vertices_before
  from (
    select fid, geom
    from grunnriss.{table}
    where dataset_id = :dataset::bigint and fid > :after::bigint and ST_Dimension(geom) = 2
      and geom && ST_MakeEnvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())
      and (ST_XMin(geom) + ST_XMax(geom)) / 2 >= :west::float8 and (ST_XMin(geom) + ST_XMax(geom)) / 2 < :east::float8
      and (ST_YMin(geom) + ST_YMax(geom)) / 2 >= :south::float8 and (ST_YMin(geom) + ST_YMax(geom)) / 2 < :north::float8
    order by fid
    limit 5000
  ) next
) counted
where vertices_before < :batch_vertices::bigint
order by fid

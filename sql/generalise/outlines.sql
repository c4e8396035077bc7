-- The own outlines of the next polygons of a coverage, in band :finest, to begin its faces with.
-- Takes features by fid after :after until their vertices reach :batch_vertices, so that a statement stays short.
-- Edges longer than 2 km get vertices between, as in features.sql.
with feature as materialized (
  select fid, geom
  from (
    select fid, geom, sum(ST_NPoints(geom)) over (order by fid) - ST_NPoints(geom) as vertices_before
    from (
      select fid, geom
      from grunnriss.{table}
      where dataset_id = :dataset::bigint and fid > :after::bigint and ST_Dimension(geom) = 2
      order by fid
      limit 5000
    ) next
  ) counted
  where vertices_before < :batch_vertices::bigint
), added as (
  insert into grunnriss.face (dataset_id, fid, band, size, geom)
  select :dataset::bigint, fid, :finest::smallint, ST_Area(geom), ST_Transform(ST_Segmentize(geom, 2000), 3857)
  from feature
  returning 1
)
select (select max(fid) from feature) as last, (select count(*) from added) as added

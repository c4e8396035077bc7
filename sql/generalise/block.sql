-- How many polygons of a dataset have their middle in a block, and how many vertices they have.
select count(*) as polygons, coalesce(sum(ST_NPoints(geom)), 0) as vertices
from grunnriss.{table}
where dataset_id = :dataset::bigint and ST_Dimension(geom) = 2
  and geom && ST_MakeEnvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())
  and (ST_XMin(geom) + ST_XMax(geom)) / 2 >= :west::float8 and (ST_XMin(geom) + ST_XMax(geom)) / 2 < :east::float8
  and (ST_YMin(geom) + ST_YMax(geom)) / 2 >= :south::float8 and (ST_YMin(geom) + ST_YMax(geom)) / 2 < :north::float8

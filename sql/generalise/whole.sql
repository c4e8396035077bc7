-- Faces whose lines do not enclose them (neighbours overlap, or their borders do not share vertices): as they are.
insert into grunnriss.generalised (dataset_id, fid, band, size, geom)
select dataset_id, fid, :band::smallint, ST_Area(geom), ST_Transform(ST_Segmentize(geom, 2000), 3857)
from grunnriss.{table}
where dataset_id = :dataset::bigint and fid = any(:faces::bigint[])

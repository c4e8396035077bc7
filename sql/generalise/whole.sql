-- Faces that their lines do not enclose as drawn in a band: with their own outline. Drawn before or not.
insert into grunnriss.face (dataset_id, fid, band, geom)
select dataset_id, fid, :band::smallint, geom
from grunnriss.face
where dataset_id = :dataset::bigint and band = :finest::smallint and fid = any(:faces::bigint[])
on conflict (dataset_id, fid, band) do update set geom = excluded.geom

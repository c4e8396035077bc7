-- Purposes of a plan as they were loaded, each with a point inside.
--   :zoning its dataset   :srid CRS that places are also given in
select z.fid, z.source_id, i.stable, z.name, z.object_type, z.purpose, z.status,
  grunnriss.place(st_pointonsurface(z.geom), :srid::integer) as place
from grunnriss.layer_zoning z
join grunnriss.identity i using (fid)
where z.dataset_id = :zoning
order by z.fid

-- Consideration zones of a plan as they were loaded, each with a point inside.
--   :considerations its dataset   :srid CRS that places are also given in
select z.fid, z.source_id, i.stable, z.name, z.type, z.code,
  grunnriss.place(st_pointonsurface(z.geom), :srid::integer) as place
from grunnriss.layer_zoning_consideration z
join grunnriss.identity i using (fid)
where z.dataset_id = :considerations
order by z.fid

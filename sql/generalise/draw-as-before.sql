-- Let the lines round faces keep their shape of the finer band, where nothing crossed; give back the faces beside them.
with changed as (
  update grunnriss.arc
  set drawn = geom, drawn_area = area, geom = null, area = null
  where dataset_id = :dataset::bigint
    and (left_fid = any(:faces::bigint[]) or right_fid = any(:faces::bigint[]))
    and geom is not null
  returning left_fid, right_fid
)
select to_jsonb(array(select left_fid from changed union select right_fid from changed)) as faces

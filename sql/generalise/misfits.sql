-- The faces that the shared borders do not enclose as their own outlines do: neighbours overlap, or lie on each other.
-- No way of drawing the lines mends that. Around a face, what its lines sweep adds up to its area.
select to_jsonb(array(
  select face.fid
  from grunnriss.face
  left join (
    select fid, sum(area) as area
    from (
      select left_fid as fid, drawn_area as area from grunnriss.arc where dataset_id = :dataset::bigint
      union all
      select right_fid, -drawn_area from grunnriss.arc where dataset_id = :dataset::bigint
    ) side
    group by fid
  ) enclosed using (fid)
  where face.dataset_id = :dataset::bigint and face.band = :finest::smallint
    and (enclosed.area is null or abs(enclosed.area - ST_Area(geom)) > 0.1 + 1e-9 * ST_Area(geom))
)) as faces

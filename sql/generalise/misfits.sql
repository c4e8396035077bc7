-- Of the faces that came out wrong, those that the lines of the finer band do not enclose either: neighbours overlap,
-- or their borders do not share vertices. No way of drawing the lines mends that.
with side as (
  select left_fid as fid, geom, area
  from grunnriss.arc
  where dataset_id = :dataset::bigint and left_fid = any(:faces::bigint[])
  union all
  select right_fid, geom, -area
  from grunnriss.arc
  where dataset_id = :dataset::bigint and right_fid = any(:faces::bigint[])
), built as materialized (
  select fid, ST_BuildArea(ST_Collect(geom)) as geom, case when fid = 0 then -sum(area) else sum(area) end as enclosed
  from side
  group by fid
)
select to_jsonb(array(
  select asked.fid
  from unnest(:faces::bigint[]) as asked (fid)
  left join (
    select fid, geom, enclosed, coalesce(ST_Area(geom), 0) as area from built offset 0
  ) face using (fid)
  where enclosed is null or abs(area - enclosed) > 0.1 + 1e-9 * area or (area > 0.1 and not ST_IsValid(geom))
)) as faces

-- Build faces of a band out of their lines and store those that came out right; give back those that did not.
-- Right: a valid polygon whose area is what its directed lines enclose. Lines that cross, a face turned inside out, a
-- hole outside its shell all differ in that. Face 0, the outside, is only tested.
-- A face below half a pixel squared may shrink to nothing, except in the layer's last band (:keep_all).
with asked as (
  select fid from unnest(:faces::bigint[]) as fid
), side as (
  select left_fid as fid, drawn, drawn_area, coalesce(area, drawn_area) as area
  from grunnriss.arc
  where dataset_id = :dataset::bigint and left_fid = any(:faces::bigint[])
  union all
  select right_fid, drawn, -drawn_area, -coalesce(area, drawn_area)
  from grunnriss.arc
  where dataset_id = :dataset::bigint and right_fid = any(:faces::bigint[])
), built as materialized (
  select fid, ST_BuildArea(ST_Collect(drawn)) as geom, sum(drawn_area) as enclosed, sum(area) as enclosed_before
  from side
  group by fid
), face as (
  select asked.fid, geom, enclosed_before,
    case when asked.fid = 0 then -enclosed else enclosed end as enclosed, coalesce(ST_Area(geom), 0) as area
  from asked
  left join built using (fid)
  offset 0
), judged as (
  select fid, geom,
    case
      when enclosed is null then case when fid = 0 then 'right' else 'wrong' end
      when abs(area - enclosed) > 0.1 + 1e-9 * area then 'wrong'
      when area > 0.1 then case when ST_IsValid(geom) then 'right' else 'wrong' end
      when :keep_all::boolean or enclosed_before > :tolerance::float8 * :tolerance::float8 then 'wrong'
      else 'gone'
    end as outcome
  from face
  offset 0
), stored as (
  insert into grunnriss.face (dataset_id, fid, band, geom)
  select :dataset::bigint, fid, :band::smallint, case when outcome = 'right' then geom end
  from judged
  where outcome <> 'wrong' and fid <> 0  -- face 0, the outside, is no feature
  on conflict (dataset_id, fid, band) do update set geom = excluded.geom
)
select to_jsonb(array(select fid from judged where outcome = 'wrong')) as faces

-- Zones of a plan as GeoJSON features in degrees (WGS 84): purposes, then consideration zones.
--   :zoning, :considerations datasets
select json_build_object('type', 'Feature', 'id', f.fid,
  'geometry', st_asgeojson(st_transform(f.geom, 4326), 8)::json, 'properties', f.properties)::text as feature
from (
  select 1 as turn, fid, geom, jsonb_build_object('layer', 'zoning', 'source_id', source_id, 'object_type', object_type,
    'purpose', purpose, 'purpose_group', purpose_group, 'status', status, 'level', level, 'name', name, 'plan_id', plan_id,
    'area_m2', grunnriss.area(geom)) as properties
  from grunnriss.layer_zoning where dataset_id = :zoning
  union all
  select 2, fid, geom, jsonb_build_object('layer', 'zoning-consideration', 'source_id', source_id, 'type', type,
    'code', code, 'name', name, 'plan_id', plan_id, 'area_m2', grunnriss.area(geom))
  from grunnriss.layer_zoning_consideration where dataset_id = :considerations
) f
order by f.turn, f.fid

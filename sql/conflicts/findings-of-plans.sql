-- Findings of an earlier sweep, as they were handed in: geometry as conflicts/shown.sql writes it.
--   :dataset of that sweep   :plans ids of the plans
select l.plan_id, l.source_id,
  to_jsonb(l) - '{geom,dataset_id,fid,source_id,accuracy_m,unmapped}'::text[] as properties,
  st_asgeojson(st_forcepolygonccw(st_transform(l.geom, 4326)), 8)::jsonb as geometry
from grunnriss.layer_conflict_in_force l
where l.dataset_id = :dataset and l.plan_id = any (:plans::text[])
order by l.fid

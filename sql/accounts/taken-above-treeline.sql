-- What land of groups lies above the treeline of one definition: each piece of ground once within a group.
--   :groups, :geoms              the land; a group may have several
--   :treelines                   datasets   :definition   null: features that say none
--   :division, :municipality     of the pieces
with land as materialized (
  select z."group", part.geom
  from unnest(:groups::text[], :geoms::bytea[]) as z("group", wkb)
  cross join lateral st_subdivide(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), 128, grunnriss.overlay_grid()) as part(geom)
)
select l."group", grunnriss.area(grunnriss.united(array_agg(grunnriss.intersection(p.geom, l.geom)))) as area_m2
from land l
join grunnriss.piece p on p.dataset_id = any (:treelines::bigint[]) and p.division = :division::integer
  and p.municipality = :municipality::text and st_intersects(p.geom, l.geom)
join grunnriss.layer_treeline t on t.dataset_id = p.dataset_id and t.fid = p.fid
  and t.definition is not distinct from :definition::text
group by l."group"

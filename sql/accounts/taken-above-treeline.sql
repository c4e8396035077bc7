-- What land of zones lies above the treeline of one definition: each piece of ground once within a zone.
--   :zones, :geoms               the land; each once
--   :treelines                   datasets   :definition   null: features that say none
--   :division, :municipality     of the pieces
with land as materialized (
  select z.zone, part.geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
  cross join lateral st_subdivide(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), 128, grunnriss.overlay_grid()) as part(geom)
)
select l.zone, grunnriss.area(grunnriss.joined(array_agg(grunnriss.shared(p.geom, l.geom)
    order by p.dataset_id, p.fid, p.geom, l.geom))) as area_m2
from land l
join grunnriss.piece p on p.dataset_id = any (:treelines::bigint[]) and p.division = :division::integer
  and p.municipality = :municipality::text and st_intersects(p.geom, l.geom)
join grunnriss.layer_treeline t on t.dataset_id = p.dataset_id and t.fid = p.fid
  and t.definition is not distinct from :definition::text
group by l.zone

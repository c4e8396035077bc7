-- One line around zones: the border of the land above it, as far as it runs inside the coverage and within :reach metres
-- of the zone; points at most :spacing metres apart, in the analysis CRS. A row for every zone that the line concerns.
--   :zones, :geoms  land as well-known binary
--   :datasets       datasets of the line; :feature_datasets and :fids its features; :division and :municipalities of pieces
-- parts is null where the line itself does not come near: the zone lies wholly above it then. distance_m is to the line.
with zone as materialized (
  select z.zone, z.geom, st_expand(z.geom, :reach::float8) as box
  from (
    select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
    from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
  ) z
),
-- Pieces are taken by the box, so their outer edges outside it are no line.
land as materialized (
  select z.zone, grunnriss.united(array_agg(p.geom)) as geom
  from zone z
  join grunnriss.piece p
    on p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
   and p.municipality = any (:municipalities::text[]) and p.geom && z.box
  join unnest(:feature_datasets::bigint[], :fids::bigint[]) as f(dataset_id, fid)
    on f.dataset_id = p.dataset_id and f.fid = p.fid
  group by z.zone
),
map as materialized (
  select grunnriss.united(array_agg(d.coverage)) as geom from grunnriss.dataset d
  where d.id = any (:datasets::bigint[]) and d.coverage is not null
),
line as materialized (
  select z.zone, z.geom as zone_geom, l.geom as land,
    case when m.geom is null or st_covers(m.geom, z.box) then inside.geom
         else st_difference(inside.geom,
                st_buffer(st_intersection(st_boundary(m.geom), z.box, grunnriss.overlay_grid()), 0.01),
                grunnriss.overlay_grid()) end as geom
  from zone z
  join land l using (zone)
  cross join map m
  cross join lateral (select st_intersection(st_boundary(l.geom), z.box, grunnriss.overlay_grid()) as geom) inside
)
select l.zone, st_distance(l.zone_geom, l.geom) as distance_m,
  (select jsonb_agg(st_asgeojson(st_segmentize(part.geom, :spacing::float8), 4)::jsonb -> 'coordinates' order by part.path)
   from st_dump(st_linemerge(st_collectionextract(l.geom, 2))) part) as parts
from line l
where not st_isempty(l.geom) or st_intersects(l.land, l.zone_geom)
order by l.zone

-- The land that a derived line is known for, and the land above the line in it, polygon by polygon.
--   :municipality_datasets, :numbers  municipalities where land cover and heights are known
--   :above                            land above the line, GeoJSON in the analysis CRS
with looked as materialized (
  select grunnriss.united(array_agg(k.geom)) as geom from grunnriss.layer_municipality k
  where k.dataset_id = any (:municipality_datasets::bigint[]) and k.number = any (:numbers::text[]) and k.valid_to is null
)
select st_asgeojson(l.geom, 4)::jsonb as coverage, coalesce((
    select jsonb_agg(st_asgeojson(part.geom, 4)::jsonb order by st_ymax(part.geom) desc, st_xmin(part.geom))
    from st_dump(grunnriss.intersection(
      st_collectionextract(st_makevalid(st_setsrid(st_geomfromgeojson(:above), grunnriss.analysis_srid())), 3), l.geom)) part
  ), '[]') as above
from looked l

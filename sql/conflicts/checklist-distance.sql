-- Ellipsoidal metres in a straight line from land to the nearest feature of a layer. {table} is the layer's.
--   :land                   analysis CRS
--   :datasets               current datasets of the layer
--   :field, :codes          features that count: codes of a field; null: all
--   :not_field, :not_codes  features that do not
-- One row; null when there is none.
with land as materialized (select st_geomfromwkb(:land::bytea, grunnriss.analysis_srid()) as geom)
select (
  select grunnriss.distance(land.geom, l.geom) from grunnriss.{table} l
  where l.dataset_id = any (:datasets::bigint[]) and l.geom is not null
    and (:field::text is null or to_jsonb(l) ->> :field::text = any (:codes::text[]))
    and (:not_field::text is null or coalesce(to_jsonb(l) ->> :not_field::text <> all (:not_codes::text[]), true))
  order by l.geom <-> land.geom, l.fid limit 1
) as value
from land

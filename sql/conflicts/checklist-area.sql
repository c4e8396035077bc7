-- Ellipsoidal m² of land on the features of a layer, each piece of ground once. {table} is the layer's.
--   :land                   analysis CRS
--   :datasets               current datasets of the layer
--   :field, :codes          features that count: codes of a field; null: all
--   :not_field, :not_codes  features that do not
--   :newest                 a field with the year of the map: only the newest year where the land lies counts; null: all count
with land as materialized (select st_geomfromwkb(:land::bytea, grunnriss.analysis_srid()) as geom),
near as materialized (
  select l.geom, to_jsonb(l) - 'geom' as properties from grunnriss.{table} l, land
  where l.dataset_id = any (:datasets::bigint[]) and st_dimension(l.geom) = 2 and st_intersects(l.geom, land.geom)
),
counted as (
  select n.geom from near n
  where (:newest::text is null or n.properties ->> :newest::text is not distinct from (select max(properties ->> :newest::text) from near))
    and (:field::text is null or n.properties ->> :field::text = any (:codes::text[]))
    and (:not_field::text is null or coalesce(n.properties ->> :not_field::text <> all (:not_codes::text[]), true))
)
select coalesce(grunnriss.area(grunnriss.united(array_agg(grunnriss.intersection(c.geom, land.geom)))), 0) as value
from land left join counted c on true

-- How many features of a layer lie on land or within :within_m metres. {table} is the layer's.
--   :land                   analysis CRS
--   :datasets               current datasets of the layer
--   :field, :codes          features that count: codes of a field; null: all
--   :not_field, :not_codes  features that do not
select count(*)::integer as value
from grunnriss.{table} l
where l.dataset_id = any (:datasets::bigint[])
  and st_dwithin(l.geom, st_geomfromwkb(:land::bytea, grunnriss.analysis_srid()), :within_m::float8)
  and (:field::text is null or to_jsonb(l) ->> :field::text = any (:codes::text[]))
  and (:not_field::text is null or coalesce(to_jsonb(l) ->> :not_field::text <> all (:not_codes::text[]), true))

-- Store how faces of a coverage look, a row for each range of bands: :own_fids as they are, :fids as :areas (a
-- collection in their order, EPSG:3857). Sizes in m².
-- Edges longer than 2 km get vertices between, as in features.sql.
with dataset as materialized (
  -- Held, so that nothing is written for a dataset that is being removed.
  select id from grunnriss.dataset where id = :dataset::bigint for key share
), polygon as (
  select path[1] as place, geom from ST_Dump(ST_GeomFromWKB(:areas::bytea, 3857))
), area as (
  select place, case when count(*) = 1 then (array_agg(geom))[1] else ST_Collect(geom) end as geom
  from polygon
  group by place
)
insert into grunnriss.generalised (dataset_id, fid, first_band, last_band, size, geom)
select dataset.id, shape.*
from dataset cross join (
  select own.fid, own.first_band, own.last_band, own.size, ST_Transform(ST_Segmentize(feature.geom, 2000), 3857)
  from unnest(:own_fids::bigint[], :own_first_bands::smallint[], :own_last_bands::smallint[], :own_sizes::real[])
    as own (fid, first_band, last_band, size)
  cross join lateral (
    select geom from grunnriss.{table} where dataset_id = :dataset::bigint and fid = own.fid offset 0
  ) feature
  union all
  -- Borders that only touched may cross once they are straight between fewer vertices: then the face stays as it is.
  select (:fids::bigint[])[place], (:first_bands::smallint[])[place], (:last_bands::smallint[])[place],
    (:sizes::real[])[place],
    case when ST_IsValid(area.geom) then area.geom else (
      select ST_Transform(ST_Segmentize(feature.geom, 2000), 3857) from grunnriss.{table} feature
      where feature.dataset_id = :dataset::bigint and feature.fid = (:fids::bigint[])[place]
    ) end
  from area
) shape

-- The land of a plan: its outline, mended where that keeps the area; without one that can be used, the union of its zones.
--   :outline    well-known binary in :srid, or null
--   :tolerance  a mended outline is taken when its area changes by at most this share
--   :zones      zones of the plan, analysis CRS
-- One row; geom is null when there is no land at all.
with outline as (
  select st_transform(st_geomfromwkb(:outline::bytea, :srid::integer), grunnriss.analysis_srid()) as geom
  where :outline::bytea is not null
),
mended as (
  select o.geom as before, case when st_isvalid(o.geom) then o.geom else st_collectionextract(st_makevalid(o.geom), 3) end as geom
  from outline o
),
usable as (
  select geom from mended
  where st_area(geom) > 0 and abs(st_area(geom) - st_area(before)) <= :tolerance::float8 * greatest(st_area(geom), st_area(before))
),
land as materialized (
  select coalesce(
    (select geom from usable),
    (select grunnriss.united(array_agg(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()))) from unnest(:zones::bytea[]) as z(wkb))
  ) as geom
)
select st_asbinary(geom) as geom, coalesce(grunnriss.area(geom), 0) as area_m2,
  array[st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)] as box
from land

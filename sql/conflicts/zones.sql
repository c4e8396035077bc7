-- The zones of a plan, put into the analysis CRS, mended where that keeps the area, and measured.
--   :zones, :geoms  zones as well-known binary in :srid
--   :tolerance        a mended polygon is taken when its area changes by at most this share
--   :municipalities   current datasets of the layer municipality
-- geom is null for a zone that could not be mended; municipality is the one that holds the zone's inner point.
with placed as materialized (
  select z.zone, st_transform(st_geomfromwkb(z.wkb, :srid::integer), grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
mended as (
  select p.zone, p.geom, false as repaired, null::text as fault from placed p where st_isvalid(p.geom)
  union all
  select p.zone,
    case when b.area > 0 and abs(b.area - st_area(p.geom)) <= :tolerance::float8 * greatest(b.area, st_area(p.geom))
         then b.geom end,
    true, st_isvalidreason(p.geom)
  from placed p
  cross join lateral (
    select a.geom, st_area(a.geom) as area
    from (values (st_collectionextract(st_makevalid(p.geom, 'method=structure keepcollapsed=false'), 3)),
                 (st_collectionextract(st_makevalid(p.geom), 3))) a(geom)
    order by abs(st_area(a.geom) - st_area(p.geom))
    limit 1
  ) b
  where not st_isvalid(p.geom)
)
select m.zone, st_asbinary(m.geom) as geom, grunnriss.area(m.geom) as area_m2,
  array[st_xmin(m.geom), st_ymin(m.geom), st_xmax(m.geom), st_ymax(m.geom)] as box, m.repaired, m.fault,
  (select k.number from grunnriss.layer_municipality k join grunnriss.dataset source on source.id = k.dataset_id
   where k.dataset_id = any (:municipalities::bigint[]) and (k.valid_to is null or k.valid_to > source.imported_at::date)
     and st_intersects(k.geom, st_pointonsurface(m.geom))
   order by k.number limit 1) as municipality
from mended m
order by m.zone

-- What covers each zone's land in the latest year that anyone mapped there: farmland and nature, each piece of ground once.
--   :zones, :geoms                 land
--   :datasets                      current datasets of the layer land-cover
--   :division, :municipalities     their pieces
--   :farmland, :forest, :mire, :open  classes of each kind
-- A row for every zone. mapped: anyone mapped land of it. Areas are ellipsoidal m²; year null where the map has none.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
part as materialized (
  select z.zone, l.class, l.year, p.geom
  from zone z
  join grunnriss.piece p
    on p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
   and p.municipality = any (:municipalities::text[]) and st_intersects(p.geom, z.geom)
  join grunnriss.layer_land_cover l on l.dataset_id = p.dataset_id and l.fid = p.fid
),
latest as (
  select zone, max(year) as year from part group by zone
),
kind as (
  select p.zone, k.kind, grunnriss.area(grunnriss.united(array_agg(grunnriss.intersection(p.geom, z.geom)))) as area_m2
  from part p
  join latest y on y.zone = p.zone and y.year is not distinct from p.year
  join zone z on z.zone = p.zone
  join (values ('farmland', :farmland::text[]), ('forest', :forest::text[]), ('mire', :mire::text[]), ('open', :open::text[]))
    as k(kind, classes) on p.class = any (k.classes)
  group by p.zone, k.kind
)
select z.zone, y.zone is not null as mapped, y.year,
  coalesce(max(k.area_m2) filter (where k.kind = 'farmland'), 0) as farmland,
  coalesce(max(k.area_m2) filter (where k.kind = 'forest'), 0) as forest,
  coalesce(max(k.area_m2) filter (where k.kind = 'mire'), 0) as mire,
  coalesce(max(k.area_m2) filter (where k.kind = 'open'), 0) as open
from zone z left join latest y using (zone) left join kind k using (zone)
group by z.zone, y.zone, y.year
order by z.zone

-- What covers each zone's land: farmland and nature by the newest map of each piece of ground, each piece once.
--   :zones, :geoms                 land
--   :datasets                      current datasets of the layer land-cover
--   :division, :municipalities     their pieces
--   :farmland, :forest, :mire, :open  classes of each kind
--   :noise_m                       narrower land is drawing noise
-- A row for every zone. mapped: anyone mapped land of it; unmapped: what nobody did. Land without a class is not mapped, a
-- map without a year is the oldest. Areas are ellipsoidal m²; years of the maps that count, null where they have none.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
),
part as materialized (
  select z.zone, l.class, coalesce(l.year, 0) as year, grunnriss.intersection(p.geom, z.geom) as geom
  from zone z
  join grunnriss.piece p
    on p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
   and p.municipality = any (:municipalities::text[]) and st_intersects(p.geom, z.geom)
  join grunnriss.layer_land_cover l on l.dataset_id = p.dataset_id and l.fid = p.fid and l.class is not null
),
map as materialized (
  select zone, year, grunnriss.united(array_agg(geom)) as geom from part group by zone, year
),
newer as materialized (
  select m.zone, m.year, grunnriss.united(array_agg(n.geom)) as geom
  from map m join map n on n.zone = m.zone and n.year > m.year
  group by m.zone, m.year
),
standing as materialized (
  select p.zone, p.class, p.year,
    case when n.geom is null then p.geom else grunnriss.difference(p.geom, n.geom) end as geom
  from part p left join newer n using (zone, year)
),
kind as materialized (
  select s.zone, k.kind, grunnriss.area(grunnriss.united(array_agg(s.geom))) as area_m2
  from standing s
  join (values ('farmland', :farmland::text[]), ('forest', :forest::text[]), ('mire', :mire::text[]), ('open', :open::text[]))
    as k(kind, classes) on s.class = any (k.classes)
  group by s.zone, k.kind
),
counted as (
  select zone, min(nullif(year, 0)) as first, max(nullif(year, 0)) as last
  from standing where not grunnriss.is_narrower(geom, :noise_m::float8)
  group by zone
),
land as (
  select z.zone, m.geom is not null and not st_isempty(m.geom) as mapped,
    case when grunnriss.is_narrower(r.geom, :noise_m::float8) then 0 else grunnriss.area(r.geom) end as unmapped
  from zone z
  left join (select zone, grunnriss.united(array_agg(geom)) as geom from map group by zone) m using (zone)
  cross join lateral (select case when m.geom is null then z.geom else grunnriss.difference(z.geom, m.geom) end as geom) r
)
select l.zone, l.mapped, l.unmapped,
  case when c.first < c.last then c.first || '–' || c.last else c.last::text end as years,
  coalesce(max(k.area_m2) filter (where k.kind = 'farmland'), 0) as farmland,
  coalesce(max(k.area_m2) filter (where k.kind = 'forest'), 0) as forest,
  coalesce(max(k.area_m2) filter (where k.kind = 'mire'), 0) as mire,
  coalesce(max(k.area_m2) filter (where k.kind = 'open'), 0) as open
from land l left join counted c using (zone) left join kind k using (zone)
group by l.zone, l.mapped, l.unmapped, c.first, c.last
order by l.zone

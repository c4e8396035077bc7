-- Land of zones that lies too near to features.
--   :numbers, :geoms                    zones
--   :of, :datasets, :fids, :points, :metres  features, the zone that each is too near to, and how far off is far enough;
--                                       points: geometry of those that are no polygons, null: looked up among the pieces
--   :division, :municipalities          find the pieces
-- A row for every zone.
with zone as materialized (
  select z.number, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:numbers::integer[], :geoms::bytea[]) as z(number, wkb)
),
feature as materialized (
  select f.*, st_geomfromwkb(f.wkb, grunnriss.analysis_srid()) as point
  from unnest(:of::integer[], :datasets::bigint[], :fids::bigint[], :points::bytea[], :metres::float8[])
    as f(number, dataset_id, fid, wkb, metres)
),
part as materialized (
  select z.number, f.metres, p.geom, z.geom as zone
  from feature f
  join zone z using (number)
  join grunnriss.piece p
    on p.dataset_id = f.dataset_id and p.fid = f.fid and p.division = :division::integer
   and p.municipality = any (:municipalities::text[]) and st_dwithin(p.geom, z.geom, f.metres)
  where f.point is null
  union all
  select z.number, f.metres, f.point, z.geom from feature f join zone z using (number) where f.point is not null
),
-- Circles are drawn with 128 corners: so much wider, and a centimetre, none of their edges comes nearer than was asked.
too_near as (
  select number,
    grunnriss.united(array_agg(grunnriss.intersection(
      st_buffer(geom, metres / cos(pi() / 128) + 0.01, 'quad_segs=32'), zone))) as geom
  from part
  group by number
)
select z.number, st_asbinary(n.geom) as geom
from zone z
left join too_near n using (number)
order by z.number

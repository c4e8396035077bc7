-- What of zones' land is built, what cannot be built on, and what is left.
--   :zones, :geoms, :present   land; whether it counts as built where nobody has loaded buildings
--   :buffers, :stores         metres around a building that are built, and the numbers of what is so near one, worked out
--                              under this land (null: nobody loaded buildings); the first decides, others show its effect
--   :land_cover, :year, :built_classes    land cover whose classes are built
--   :filters, :hazards         datasets of layers whose land cannot be built on; datasets of hazards, of which radon is none
--   :division, :municipality   of the pieces
-- A row for every zone and buffer; open, unbuildable: the land itself, of the first buffer alone.
with zone as materialized (
  select z.zone, z.present, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:zones::integer[], :geoms::bytea[], :present::boolean[]) as z(zone, wkb, present)
),
buffer as materialized (
  select b.metres, b.store, b.turn
  from unnest(:buffers::float8[], :stores::bigint[]) with ordinality as b(metres, store, turn)
),
-- Pieces first, then what they are: the other way round every polygon of the land cover would look for its pieces.
near as materialized (
  select z.zone, z.geom, p.dataset_id, p.fid, p.geom as piece
  from zone z
  join grunnriss.piece p on p.dataset_id = any (:land_cover::bigint[]) and p.division = :division::integer
    and p.municipality = :municipality::text and st_intersects(p.geom, z.geom)
),
mapped as materialized (
  select n.zone, grunnriss.united(array_agg(grunnriss.intersection(n.piece, n.geom))) as geom
  from near n
  join grunnriss.layer_land_cover l on l.dataset_id = n.dataset_id and l.fid = n.fid and l.class = any (:built_classes::text[])
    and (:year::bigint is null or coalesce(l.year, :year::bigint) = :year::bigint)
  group by n.zone
),
excluded as materialized (
  select z.zone, grunnriss.united(array_agg(grunnriss.intersection(p.geom, z.geom))) as geom
  from zone z
  join grunnriss.piece p on p.dataset_id = any (:filters::bigint[] || :hazards::bigint[]) and p.division = :division::integer
    and p.municipality = :municipality::text and st_intersects(p.geom, z.geom)
  where not exists (select from grunnriss.layer_hazard h
    where p.dataset_id = any (:hazards::bigint[]) and h.dataset_id = p.dataset_id and h.fid = p.fid and h.kind = 'radon')
  group by z.zone
),
built as materialized (
  select z.zone, b.turn, b.metres, z.geom as whole, x.geom as excluded,
    case when z.present then z.geom else grunnriss.united(array_remove(
      array[grunnriss.intersection(h.geom, z.geom), m.geom], null)) end as geom
  from zone z
  cross join buffer b
  cross join lateral (select grunnriss.built_on(b.store, z.geom) as geom offset 0) h
  left join mapped m using (zone)
  left join excluded x using (zone)
),
parted as (
  select zone, turn, metres, whole, geom,
    case when excluded is null then null when geom is null then excluded else grunnriss.difference(excluded, geom) end as unbuildable,
    case when geom is null then whole else grunnriss.difference(whole, geom) end as unbuilt
  from built
),
open as (
  select zone, turn, metres, geom, unbuildable,
    case when unbuildable is null then unbuilt else grunnriss.difference(unbuilt, unbuildable) end as open
  from parted
)
select zone, metres as buffer_m, turn = 1 as decides, coalesce(grunnriss.area(geom), 0) as built_m2,
  coalesce(grunnriss.area(unbuildable), 0) as unbuildable_m2, grunnriss.area(open) as open_m2,
  case when turn = 1 then st_asbinary(open) end as open,
  case when turn = 1 and not st_isempty(unbuildable) then st_asbinary(unbuildable) end as unbuildable
from open
order by zone, turn

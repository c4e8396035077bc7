-- What of zones' land is built, what cannot be built on, and what is left.
--   :zones, :geoms, :present   land; whether it counts as built where nobody has loaded buildings
--   :buffers                   metres around a building that are built; the first decides, others show its effect
--   :buildings, :holiday_homes, :dwellings   current datasets of those layers, empty where there are none
--   :land_cover, :year, :built_classes    land cover whose classes are built
--   :filters, :hazards         datasets of layers whose land cannot be built on; datasets of hazards, of which radon is none
--   :division, :municipality   of the pieces
-- A row for every zone and buffer; open, unbuildable: the land itself, of the first buffer alone. The zone is taken apart: first
-- what is built goes, then what cannot be built on, and each has what went with it.
with zone as materialized (
  select z.zone, z.present, z.geom, grunnriss.area(z.geom) as area_m2
  from (
    select z.zone, z.present, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
    from unnest(:zones::integer[], :geoms::bytea[], :present::boolean[]) as z(zone, wkb, present)
    offset 0
  ) z
),
buffer as materialized (
  select b.metres, b.turn, max(b.metres) over () as widest
  from unnest(:buffers::float8[]) with ordinality as b(metres, turn)
),
-- Long zones have wide boxes: their parts have narrow ones.
part as materialized (
  select z.zone, part.geom, st_expand(part.geom, (select widest from buffer limit 1)) as around
  from zone z
  cross join lateral st_subdivide(z.geom, 64, grunnriss.overlay_grid()) as part(geom)
  where not z.present
),
-- A point in a house adds nothing to the surroundings of the house, and would take as long.
house as materialized (
  select p.zone, h.dataset_id, h.fid, min(st_distance(h.geom, p.geom)) as metres_away, (array_agg(h.geom))[1] as geom
  from part p
  cross join lateral (
    select b.dataset_id, b.fid, b.geom from grunnriss.layer_building b
    where b.dataset_id = any (:buildings::bigint[]) and b.geom && p.around
    union all
    select b.dataset_id, b.fid, b.geom from grunnriss.layer_holiday_home b
    where b.dataset_id = any (:holiday_homes::bigint[]) and b.geom && p.around
      and not exists (select from grunnriss.layer_building h where h.dataset_id = any (:buildings::bigint[]) and st_covers(h.geom, b.geom))
    union all
    select b.dataset_id, b.fid, b.geom from grunnriss.layer_dwelling b
    where b.dataset_id = any (:dwellings::bigint[]) and b.geom && p.around
      and not exists (select from grunnriss.layer_building h where h.dataset_id = any (:buildings::bigint[]) and st_covers(h.geom, b.geom))
  ) h
  group by p.zone, h.dataset_id, h.fid
),
near_house as materialized (
  select h.zone, b.turn, grunnriss.joined(array_agg(st_buffer(h.geom, b.metres) order by h.dataset_id, h.fid)) as geom
  from house h join buffer b on h.metres_away <= b.metres
  group by h.zone, b.turn
),
-- Pieces first, then what they are: the other way round every polygon of the land cover would look for its pieces.
near as materialized (
  select z.zone, z.geom as land, p.dataset_id, p.fid, p.geom
  from zone z
  join grunnriss.piece p on p.dataset_id = any (:land_cover::bigint[] || :filters::bigint[] || :hazards::bigint[])
    and p.division = :division::integer and p.municipality = :municipality::text and p.geom && z.geom
  where not z.present
),
mapped as materialized (
  select n.zone, grunnriss.joined(array_agg(n.geom order by n.dataset_id, n.fid, n.geom)) as geom
  from (
    select n.* from near n
    join grunnriss.layer_land_cover l on l.dataset_id = n.dataset_id and l.fid = n.fid and l.class = any (:built_classes::text[])
      and (:year::bigint is null or coalesce(l.year, :year::bigint) = :year::bigint)
    where n.dataset_id = any (:land_cover::bigint[])
    offset 0
  ) n
  where st_intersects(n.land, n.geom)
  group by n.zone
),
excluded as materialized (
  select n.zone, grunnriss.joined(array_agg(n.geom order by n.dataset_id, n.fid, n.geom)) as geom
  from near n
  where n.dataset_id = any (:filters::bigint[] || :hazards::bigint[]) and st_intersects(n.land, n.geom)
    and not exists (select from grunnriss.layer_hazard h
      where n.dataset_id = any (:hazards::bigint[]) and h.dataset_id = n.dataset_id and h.fid = n.fid and h.kind = 'radon')
  group by n.zone
),
unbuilt as materialized (
  select z.zone, b.turn, b.metres, z.area_m2, x.geom as excluded,
    case when z.present then st_geomfromtext('polygon empty', grunnriss.analysis_srid())
      else grunnriss.without(grunnriss.without(z.geom, h.geom), m.geom) end as geom
  from zone z
  cross join buffer b
  left join near_house h using (zone, turn)
  left join mapped m using (zone)
  left join excluded x using (zone)
),
open as materialized (
  select zone, turn, metres, area_m2, geom as unbuilt, excluded, grunnriss.without(geom, excluded) as geom from unbuilt
),
measured as (
  select *, grunnriss.area(unbuilt) as unbuilt_m2, grunnriss.area(geom) as open_m2 from open
)
select zone, metres as buffer_m, turn = 1 as decides, area_m2 - unbuilt_m2 as built_m2, unbuilt_m2 - open_m2 as unbuildable_m2, open_m2,
  case when turn = 1 then st_asbinary(geom) end as open,
  case when turn = 1 and unbuilt_m2 > open_m2 then st_asbinary(grunnriss.shared(unbuilt, excluded)) end as unbuildable
from measured
order by zone, turn

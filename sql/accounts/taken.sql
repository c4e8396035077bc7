-- What land of zones lies on, by kind: each piece of ground once within a zone and a kind.
--   :zones, :geoms                   the land; each once
--   :kinds, :datasets, :belts        kinds with their datasets, one pair a line, and metres around them that count, too
--   :division, :municipality         of the pieces; belts reach across its border
with land as materialized (
  select z.zone, part.geom
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
  cross join lateral st_subdivide(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), 128, grunnriss.overlay_grid()) as part(geom)
),
kind as materialized (
  select * from unnest(:kinds::text[], :datasets::bigint[], :belts::float8[]) as k(kind, dataset, belt_m)
)
select l.zone, k.kind as name, grunnriss.area(grunnriss.joined(array_agg(
    grunnriss.shared(case when k.belt_m > 0 then st_buffer(p.geom, k.belt_m) else p.geom end, l.geom)
    order by p.dataset_id, p.fid, p.geom, l.geom))) as area_m2
from land l
cross join kind k
join grunnriss.piece p on p.dataset_id = k.dataset and p.division = :division::integer
  and (p.municipality = :municipality::text or k.belt_m > 0) and st_dwithin(p.geom, l.geom, k.belt_m)
group by l.zone, k.kind
order by 1, 2

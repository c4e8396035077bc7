-- What land of groups lies on, by kind: each piece of ground once within a group and a kind.
--   :groups, :geoms                  the land; a group may have several
--   :kinds, :datasets, :belts        kinds with their datasets, one pair a line, and metres around them that count, too
--   :division, :municipality         of the pieces; belts reach across its border
with land as materialized (
  select z."group", part.geom
  from unnest(:groups::text[], :geoms::bytea[]) as z("group", wkb)
  cross join lateral st_subdivide(st_geomfromwkb(z.wkb, grunnriss.analysis_srid()), 128, grunnriss.overlay_grid()) as part(geom)
),
kind as materialized (
  select * from unnest(:kinds::text[], :datasets::bigint[], :belts::float8[]) as k(kind, dataset, belt_m)
)
select l."group", k.kind, grunnriss.area(grunnriss.united(array_agg(
    grunnriss.intersection(case when k.belt_m > 0 then st_buffer(p.geom, k.belt_m) else p.geom end, l.geom)))) as area_m2
from land l
cross join kind k
join grunnriss.piece p on p.dataset_id = k.dataset and p.division = :division::integer
  and (p.municipality = :municipality::text or k.belt_m > 0) and st_dwithin(p.geom, l.geom, k.belt_m)
group by l."group", k.kind

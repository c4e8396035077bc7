-- One line around zones: the border of the land above it, as far as it runs inside the coverage; points at most :spacing
-- metres apart, in the analysis CRS.
--   :zones, :geoms      land as well-known binary
--   :acrosses           metres: the line's nearest point to any place of a zone lies no farther from the zone than the line and this
--   :reach              metres around the zones in which the line is looked for
--   :datasets           datasets of the line; :feature_datasets and :fids its features; :division of the pieces
-- A row for every zone, then one with the line as far as any zone needs it, in parts side by side. reached: all of the line
-- that a zone needs runs within :reach; above_dataset and above_fid: the feature whose land lies nearest, null where there
-- is none within :reach.
with zone as materialized (
  select z.zone, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom, z.across
  from unnest(:zones::integer[], :geoms::bytea[], :acrosses::float8[]) as z(zone, wkb, across)
),
extent as materialized (
  select st_setsrid(st_extent(geom)::geometry, grunnriss.analysis_srid()) as geom from zone
),
-- By dataset: by place, the pieces of all layers within :reach would be looked through. And copied out of the table once:
-- every look at a large geometry there unpacks it anew.
place as materialized (
  select p.dataset_id, p.fid, st_force2d(p.geom) as geom
  from grunnriss.piece p
  join unnest(:feature_datasets::bigint[], :fids::bigint[]) as f(dataset_id, fid)
    on f.dataset_id = p.dataset_id and f.fid = p.fid
  where p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer
),
-- Pieces left out lie farther from every zone than :reach, and so do the outer edges that they leave.
near as materialized (
  select p.dataset_id, p.fid, p.geom
  from place p cross join extent e
  where p.geom && st_expand(e.geom, :reach::float8) and st_dwithin(p.geom, e.geom, :reach::float8)
    and exists (select from zone z where st_dwithin(p.geom, z.geom, :reach::float8))
),
land as (select grunnriss.united(array_agg(geom)) as geom from near),
map as (
  select grunnriss.united(array_agg(d.coverage)) as geom from grunnriss.dataset d
  where d.id = any (:datasets::bigint[]) and d.coverage is not null
),
-- The map's own edge is no line.
border as (
  select case when m.geom is null then st_boundary(l.geom)
              else st_difference(st_boundary(l.geom),
                     st_buffer(st_intersection(st_boundary(m.geom), st_expand(l.geom, 1), grunnriss.overlay_grid()), 0.01),
                     grunnriss.overlay_grid()) end as geom
  from land l cross join map m
),
line as materialized (
  select part.geom
  from border b
  cross join lateral st_subdivide(st_segmentize(st_collectionextract(b.geom, 2), :spacing::float8), 128) as cut
  cross join lateral st_dump(cut) part
),
answer as materialized (
  select z.zone, shore.distance + z.across as needed, st_expand(z.geom, shore.distance + z.across) as around, above.dataset_id, above.fid
  from zone z
  left join lateral (
    select min(st_distance(l.geom, z.geom)) as distance from line l
    where l.geom <#> z.geom <= (select st_distance(f.geom, z.geom) from line f order by f.geom <#> z.geom limit 1)
  ) shore on true
  left join lateral (
    select n.dataset_id, n.fid from near n
    where n.geom <#> z.geom <= (select st_distance(f.geom, z.geom) from near f order by f.geom <#> z.geom limit 1)
    order by st_distance(n.geom, z.geom), n.dataset_id, n.fid
    limit 1
  ) above on true
)
select a.zone, a.dataset_id as above_dataset, a.fid as above_fid, coalesce(a.needed <= :reach::float8, false) as reached,
  null::bytea as line
from answer a
union all
select null, null, null, null, (
  select st_asbinary(st_collect(l.geom order by l.geom), 'NDR') from line l
  where l.geom && (select st_setsrid(st_extent(a.around)::geometry, grunnriss.analysis_srid()) from answer a where a.needed <= :reach::float8)
    and exists (select from answer a where a.needed <= :reach::float8 and l.geom && a.around)
)
order by zone nulls last

-- Each zone's land against every treeline: what lies above it, what lies in its belt, what is certain.
--   :zones, :geoms           land to measure
--   :datasets, :fids, :feature_lines, :accuracies  current features: the line each belongs to, its accuracy in metres
--   :lines, :widths          half width in metres of each line's belt on the map; 0 where it has none there
--   :drawn                   whether each line's belt is known from these widths: without a belt nothing is certain
--   :evidence                whether each line can give red
--   :belt_zones, :belt_lines, :belt_froms, :belt_tos  belts of an uncertainty in height, drawn beforehand: the land
--                            beyond their lower and beyond their upper edge, as GeoJSON in the analysis CRS
--   :covering, :line_datasets  datasets of each line, for its coverage
--   :current, :division, :municipalities  datasets whose pieces are looked up, within :reach metres
--   :touching_m              an overlap narrower than this is no hit; nor one at the line narrower than the data are accurate
-- A row for every zone; no lines and nothing near where none comes close.
-- The line is the border of the land above, as far as it runs inside the coverage: the map's own edge is no treeline.
with zone as materialized (
  select z.zone, g.geom, st_expand(g.geom, :reach::float8) as around
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
  cross join lateral (select st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom offset 0) g
),
line as materialized (
  select * from unnest(:lines::integer[], :widths::float8[], :drawn::boolean[], :evidence::boolean[])
    as l(line, width, drawn, evidence)
),
feature as materialized (
  select * from unnest(:datasets::bigint[], :fids::bigint[], :feature_lines::integer[], :accuracies::float8[])
    as f(dataset_id, fid, line, accuracy_m)
),
-- Where each line was looked for, in the neighbourhood of the plan; coverage unknown: none.
coverage as materialized (
  select c.line, grunnriss.united(array_agg(d.coverage)) as geom
  from unnest(:covering::bigint[], :line_datasets::integer[]) as c(dataset_id, line)
  join grunnriss.dataset d on d.id = c.dataset_id and d.coverage is not null
  group by c.line
),
-- Copied out of the table once: every look at a large geometry there unpacks it anew.
place as materialized (
  select p.dataset_id, p.fid, st_force2d(p.geom) as geom
  from grunnriss.piece p
  where p.dataset_id = any (:current::bigint[]) and p.division = :division::integer
    and p.municipality = any (:municipalities::text[])
    and p.geom && (select st_setsrid(st_expand(st_extent(geom), :reach::float8)::geometry, grunnriss.analysis_srid()) from zone)
),
near as materialized (
  select z.zone, f.line, f.dataset_id, f.fid, f.accuracy_m, p.geom, st_intersects(p.geom, z.geom) as hit
  from zone z
  join place p on p.geom && z.around and st_dwithin(p.geom, z.geom, :reach::float8)
  join feature f on f.dataset_id = p.dataset_id and f.fid = p.fid
),
-- The land above each line around each zone. Edges of pieces that were left out lie farther away than the belt is wide.
land_above as materialized (
  select zone, line, grunnriss.united(array_agg(geom)) as geom from near group by zone, line
),
horizontal as (
  select a.zone, a.line,
    -- A buffer depends on where a line begins and which way it runs; the same land drawn twice is joined beginning elsewhere.
    st_buffer(st_normalize(st_linemerge(
      case when c.geom is null or st_covers(c.geom, around.geom) then shore.geom
           else st_difference(shore.geom,
             st_buffer(st_intersection(st_boundary(c.geom), around.geom, grunnriss.overlay_grid()), 0.01),
             grunnriss.overlay_grid()) end)), l.width, 'quad_segs=32') as geom
  from land_above a
  join zone z using (zone)
  join line l on l.line = a.line and l.width > 0
  left join coverage c on c.line = a.line
  cross join lateral (select st_expand(z.geom, l.width + 1) as geom) around
  cross join lateral (select st_intersection(st_boundary(a.geom), around.geom, grunnriss.overlay_grid()) as geom) shore
),
-- Mended, a contour may have parts without width (a crest just as high as it): they are no land, and no overlay takes them.
vertical as materialized (
  select b.zone, b.line, grunnriss.difference(
      st_collectionextract(st_makevalid(st_setsrid(st_geomfromgeojson(b.lower), grunnriss.analysis_srid())), 3),
      st_collectionextract(st_makevalid(st_setsrid(st_geomfromgeojson(b.upper), grunnriss.analysis_srid())), 3)) as geom
  from unnest(:belt_zones::integer[], :belt_lines::integer[], :belt_froms::text[], :belt_tos::text[])
    as b(zone, line, lower, upper)
),
belt as materialized (select * from horizontal union all select * from vertical),
nothing as (select st_geomfromtext('polygon empty', grunnriss.analysis_srid()) as geom),
-- What each line says about each zone that any line or belt comes near.
said as materialized (
  select z.zone, l.line, l.drawn or b.geom is not null as drawn, l.evidence,
    coalesce(grunnriss.intersection(a.geom, z.geom), e.geom) as above,
    coalesce(grunnriss.intersection(b.geom, z.geom), e.geom) as belt,
    case when c.geom is null or not st_intersects(c.geom, z.geom) then e.geom
         when st_covers(c.geom, z.geom) then z.geom
         else grunnriss.intersection(c.geom, z.geom) end as looked_at
  from zone z
  join (select zone from land_above union select zone from vertical) n using (zone)
  cross join line l
  cross join nothing e
  left join land_above a on a.zone = z.zone and a.line = l.line
  left join belt b on b.zone = z.zone and b.line = l.line
  left join coverage c on c.line = l.line
),
sure as materialized (
  select zone, line, drawn, evidence, above, belt,
    case when drawn then grunnriss.difference(above, belt) else e.geom end as surely_above,
    case when drawn then grunnriss.difference(grunnriss.difference(looked_at, above), belt) else e.geom end as surely_below
  from said cross join nothing e
),
over as materialized (select zone, line, above from sure where not st_isempty(above)),
limits as (
  select n.zone, case when n.width > :touching_m::float8 and exists (
      select from (
        select o.line, o.above, p.dataset_id, p.fid, p.geom
        from over o
        join grunnriss.piece p on p.dataset_id = any (:current::bigint[]) and p.division = :division::integer
          and p.municipality = any (:municipalities::text[]) and p.geom && st_expand(o.above, 2 * n.width)
        where o.zone = n.zone
        offset 0
      ) s
      join feature f on f.line = s.line and f.dataset_id = s.dataset_id and f.fid = s.fid
      group by s.line, s.above
      -- A narrow zone deep inside the land above is no matter of where the line was drawn.
      having not st_covers(st_buffer(st_boundary(grunnriss.united(array_agg(s.geom))), n.width), s.above)
    ) then :touching_m::float8 else n.width end as width
  from (select zone, greatest(:touching_m::float8, max(accuracy_m)) as width from near where hit group by zone) n
),
whole as materialized (
  select s.zone, coalesce(m.width, :touching_m::float8) as width,
    grunnriss.united(array_agg(s.above) || array_agg(s.belt)) as overlap,
    grunnriss.united(array_agg(s.surely_above) filter (where s.evidence)) as red
  from sure s left join limits m using (zone)
  group by s.zone, m.width
),
-- One pass over all lines and zones each: a look at all of them for each zone would cost their number times that of the zones.
disagreeing as materialized (
  select distinct a.zone
  from sure a
  join sure b on b.zone = a.zone and b.line <> a.line
  join whole w on w.zone = a.zone
  where st_intersects(a.surely_above, b.surely_below)
    and not grunnriss.is_narrower(grunnriss.intersection(a.surely_above, b.surely_below), w.width)
),
met as materialized (
  select zone, jsonb_agg(jsonb_build_object('line', line, 'above_m2', grunnriss.area(above), 'belt_m2', grunnriss.area(belt),
                                            'drawn', drawn) order by line) as lines
  from sure where not (st_isempty(above) and st_isempty(belt)) group by zone
),
nearby as materialized (
  select zone, jsonb_agg(distinct jsonb_build_object('dataset', dataset_id, 'fid', fid, 'hit', hit)) as features
  from near group by zone
)
select z.zone, coalesce(grunnriss.area(w.overlap), 0) as area_m2, st_asbinary(w.overlap) as overlap,
  coalesce(not grunnriss.is_narrower(w.overlap, w.width), false) as wide,
  coalesce(grunnriss.area(w.red), 0) as red_m2,
  coalesce(not grunnriss.is_narrower(w.red, w.width), false) as red_wide,
  d.zone is not null as disagree, m.lines, n.features as near
from zone z
left join whole w using (zone)
left join disagreeing d using (zone)
left join met m using (zone)
left join nearby n using (zone)
order by z.zone

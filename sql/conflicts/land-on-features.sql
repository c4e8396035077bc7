-- Each zone's land against the features that a rule sorted: what lies on them, what of it is red, what is near.
--   :zones, :geoms                     land to measure
--   :datasets, :fids                   the features
--   :reds                              whether land on each is red
--   :widths                            metres that each reaches beyond its own border
--   :nears                             metres within which each is near, its width not counted; null: never
--   :accuracies                        of each in metres, or null
--   :points                            geometry of those that are no polygons; null: looked up among the pieces
--   :shelters                          land on which nothing is red
--   :current, :division, :municipalities  datasets whose pieces are looked up, within :reach metres
--   :touching_m                        an overlap narrower than this is no hit; nor one at the feature's border that is
--                                      narrower than the data are accurate
-- A row for every zone. overlap: land on features, without what is narrower than their data are accurate; null: none.
-- on_red: the land lies on features that are red, sheltered or not. touched: the land meets a feature, be it only along a
-- border. distance_m: to the nearest feature within :reach.
with zone as materialized (
  select z.zone, g.geom, st_expand(g.geom, :reach::float8) as around
  from unnest(:zones::integer[], :geoms::bytea[]) as z(zone, wkb)
  cross join lateral (select st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom offset 0) g
),
feature as materialized (
  select f.*, st_geomfromwkb(f.wkb, grunnriss.analysis_srid()) as point
  from unnest(:datasets::bigint[], :fids::bigint[], :reds::boolean[], :widths::float8[], :nears::float8[],
    :accuracies::float8[], :points::bytea[]) as f(dataset_id, fid, red, width, near, accuracy_m, wkb)
),
shelter as materialized (
  select coalesce(grunnriss.united(array_agg(st_geomfromwkb(s.wkb, grunnriss.analysis_srid()))),
    st_geomfromtext('polygon empty', grunnriss.analysis_srid())) as geom
  from unnest(:shelters::bytea[]) as s(wkb)
),
-- What may lie within reach of any zone, looked up once for all of them.
place as materialized (
  select row_number() over () as place, l.* from (
    select f.dataset_id, f.fid, f.red, f.width, f.near, f.accuracy_m, p.geom
    from feature f
    join grunnriss.piece p
      on p.dataset_id = f.dataset_id and p.fid = f.fid and p.division = :division::integer
     and p.municipality = any (:municipalities::text[])
    where p.dataset_id = any (:current::bigint[])
      and p.geom && (select st_setsrid(st_expand(st_extent(geom), :reach::float8)::geometry, grunnriss.analysis_srid()) from zone)
    union all
    select f.dataset_id, f.fid, f.red, f.width, f.near, f.accuracy_m, f.point from feature f where f.point is not null
  ) l
),
-- No box that lies farther off than what has the nearest box holds what is nearest. Pairs are without their geometry:
-- each place would be copied for every zone that it is near.
candidate as materialized (
  select z.zone, c.place
  from zone z
  cross join lateral (
    with pair as materialized (
      select p.place, (p.geom <#> z.geom) - p.width as apart, (p.geom <#> z.geom) <= p.width + coalesce(p.near, 0) as matters
      from place p where p.geom && z.around
    )
    select place from pair
    where matters or apart <= (
      select st_distance(p.geom, z.geom) - p.width from place p
      where p.place = (select place from pair order by apart, place limit 1)
    )
  ) c
),
part as materialized (
  select a.zone, a.place, d.metres
  from candidate a
  join zone z using (zone)
  join place p using (place)
  cross join lateral (select st_distance(p.geom, z.geom) as metres offset 0) d
  where d.metres <= :reach::float8
),
-- Parts of one feature lie side by side: a buffer of each, joined, is the buffer of all.
met as materialized (
  select m.zone, p.dataset_id, p.fid, p.red, greatest(:touching_m::float8, p.accuracy_m) as sliver,
    grunnriss.united(array_agg(grunnriss.intersection(
      case when p.width > 0 then st_buffer(p.geom, p.width, 'quad_segs=32') else p.geom end, z.geom))) as clip
  from part m
  join place p on p.place = m.place and m.metres <= p.width
  join zone z using (zone)
  where p.width > 0 or st_dimension(p.geom) = 2
  group by m.zone, p.dataset_id, p.fid, p.red, p.width, p.accuracy_m
),
clipped as materialized (select * from met where not st_isempty(clip)),
-- One feature may be drawn in several: those that are equally accurate are narrow only when they are so together.
joined as materialized (
  select zone, sliver as accuracy, grunnriss.united(array_agg(clip)) as overlap,
    grunnriss.united(array_agg(clip) filter (where red)) as on_red
  from clipped
  group by zone, sliver
),
-- A narrow zone deep inside features is no matter of where their border was drawn.
whole as materialized (
  select j.*,
    case when j.accuracy > :touching_m::float8 and grunnriss.is_narrower(j.overlap, j.accuracy) and not st_covers((
        select st_buffer(st_boundary(grunnriss.united(array_agg(
          case when p.width > 0 then st_buffer(p.geom, p.width, 'quad_segs=32') else p.geom end))), j.accuracy)
        from place p
        where greatest(:touching_m::float8, p.accuracy_m) = j.accuracy and (p.width > 0 or st_dimension(p.geom) = 2)
          and p.geom && st_expand(j.overlap, 2 * j.accuracy + p.width)), j.overlap)
      then :touching_m::float8 else j.accuracy end as sliver
  from joined j
),
parted as materialized (
  select w.*, not grunnriss.is_narrower(w.overlap, w.sliver) as wide,
    case when st_isempty(s.geom) then w.on_red else grunnriss.difference(w.on_red, s.geom) end as red
  from whole w cross join shelter s
),
judged as materialized (
  select zone, grunnriss.united(array_agg(overlap) filter (where wide)) as overlap,
    grunnriss.united(array_agg(red) filter (where not grunnriss.is_narrower(red, sliver))) as red,
    coalesce(bool_or(not grunnriss.is_narrower(on_red, sliver)), false) as on_red
  from parted
  group by zone
),
-- One pass over the parts: a look at all of them for each zone would cost their number times that of the zones.
around as materialized (
  select m.zone,
    bool_or((p.width > 0 or st_dimension(p.geom) = 2) and m.metres <= p.width) as touched,
    jsonb_agg(distinct jsonb_build_object('dataset', p.dataset_id, 'fid', p.fid)) filter (where m.metres <= p.near + p.width)
      as near
  from part m join place p on p.place = m.place and m.metres <= p.width + coalesce(p.near, 0)
  group by m.zone
),
nearest as materialized (
  select distinct on (m.zone) m.zone, m.place
  from part m join place p using (place)
  order by m.zone, m.metres - p.width, p.dataset_id, p.fid
),
told as materialized (
  select c.zone, c.dataset_id, c.fid, p.wide, grunnriss.is_narrower(c.clip, p.sliver) as narrow,
    bool_and(grunnriss.is_narrower(c.clip, p.sliver)) over (partition by c.zone, p.accuracy) as all_narrow
  from clipped c join parted p on p.zone = c.zone and p.accuracy = c.sliver
),
hit as materialized (
  select zone, jsonb_agg(jsonb_build_object('dataset', dataset_id, 'fid', fid) order by dataset_id, fid) as met
  from told
  where wide and (all_narrow or not narrow)
  group by zone
)
select z.zone,
  coalesce(grunnriss.area(j.overlap), 0) as area_m2, st_asbinary(j.overlap) as overlap,
  coalesce(grunnriss.area(j.red), 0) as red_m2, coalesce(j.on_red, false) as on_red,
  h.met, coalesce(a.touched, false) as touched, a.near,
  case when p.place is not null then greatest(grunnriss.distance(z.geom, p.geom) - p.width, 0) end as distance_m
from zone z
left join judged j using (zone)
left join around a using (zone)
left join nearest n using (zone)
left join place p on p.place = n.place
left join hit h using (zone)
order by z.zone

-- What a plan makes of the resources in it that it has to secure.
--   :outlines                          the land of the plan
--   :numbers, :datasets, :fids, :accuracies, :points  the resources; points: geometry of those that are no polygons
--   :over_houses                       of each, whether the zone that it lacks is laid over land with houses, too
--   :point_radius_m                    how far a resource that is a point reaches
--   :of, :by_codes, :strong            for each resource the codes of consideration zones that secure it, or do so weakly
--   :codes, :considerations            the consideration zones that count
--   :zones, :lands                     zones of the plan, and what of each is new (null: nothing)
--   :securing, :weak, :building, :presumed_built
--                                      whether the purpose of each secures, does so weakly, allows building; whether it
--                                      counts as built because nobody knows where buildings are
--   :built                         number of the land near buildings, worked out under the outlines (null: there is none)
--   :division, :municipalities         find the pieces
--   :touching_m                        narrower rests are slivers
--   :municipality_datasets             of each resource that holds its inner point
-- A row for every resource; is_in: more than a sliver of it lies in the plan. missing: the consideration zone that it
-- lacks, without slivers where anything else is left.
with plan as materialized (
  select grunnriss.united(array_agg(st_geomfromwkb(o.wkb, grunnriss.analysis_srid()))) as geom
  from unnest(:outlines::bytea[]) as o(wkb)
),
named as materialized (
  select r.*, st_geomfromwkb(r.wkb, grunnriss.analysis_srid()) as point, greatest(:touching_m::float8, r.accuracy_m) as sliver
  from unnest(:numbers::integer[], :datasets::bigint[], :fids::bigint[], :accuracies::float8[], :points::bytea[],
    :over_houses::boolean[]) as r(n, dataset_id, fid, accuracy_m, wkb, over_houses)
),
resource as materialized (
  select n.n, n.sliver, false as is_point, grunnriss.united(array_agg(grunnriss.intersection(p.geom, plan.geom))) as geom
  from named n
  cross join plan
  join grunnriss.piece p
    on p.dataset_id = n.dataset_id and p.fid = n.fid and p.division = :division::integer
   and p.municipality = any (:municipalities::text[]) and st_intersects(p.geom, plan.geom)
  where n.point is null
  group by n.n, n.sliver
  union all
  select n.n, n.sliver, true, n.point from named n cross join plan where st_intersects(n.point, plan.geom)
),
met as materialized (
  select * from resource where is_point or not grunnriss.is_narrower(geom, sliver)
),
consideration as materialized (
  select c.code, st_geomfromwkb(c.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:codes::integer[], :considerations::bytea[]) as c(code, wkb)
),
securing_code as materialized (
  select * from unnest(:of::integer[], :by_codes::integer[], :strong::boolean[]) as s(n, code, strong)
),
zone as materialized (
  select z.secures, z.weak, z.builds, z.built, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom,
    st_geomfromwkb(z.land, grunnriss.analysis_srid()) as land
  from unnest(:zones::bytea[], :lands::bytea[], :securing::boolean[], :weak::boolean[], :building::boolean[],
    :presumed_built::boolean[]) as z(wkb, land, secures, weak, builds, built)
),
nothing as (select st_geomfromtext('polygon empty', grunnriss.analysis_srid()) as geom),
by_zones as materialized (
  select m.n, s.strong, grunnriss.united(array_agg(grunnriss.intersection(c.geom, m.geom))) as geom
  from met m
  join securing_code s using (n)
  join consideration c on c.code = s.code and st_intersects(c.geom, m.geom)
  where not m.is_point
  group by m.n, s.strong
),
by_purpose as materialized (
  select m.n,
    grunnriss.united(array_agg(grunnriss.intersection(z.geom, m.geom)) filter (where z.secures)) as strong,
    grunnriss.united(array_agg(grunnriss.intersection(z.geom, m.geom)) filter (where z.weak)) as weak,
    grunnriss.united(array_agg(grunnriss.intersection(z.geom, m.geom)) filter (where z.builds)) as buildable,
    grunnriss.united(array_agg(grunnriss.intersection(z.geom, m.geom)) filter (where z.built)) as built,
    grunnriss.united(array_agg(grunnriss.intersection(z.land, m.geom)) filter (where z.builds and z.land is not null)) as newly
  from met m join zone z on st_intersects(z.geom, m.geom)
  where not m.is_point
  group by m.n
),
near_houses as materialized (
  select m.n, grunnriss.intersection(m.geom, grunnriss.built_on(:built::bigint, m.geom)) as geom
  from met m
  where not m.is_point
),
secured as materialized (
  select m.n, m.sliver, m.geom as whole, coalesce(c.geom, e.geom) as by_zone,
    grunnriss.united(array[coalesce(c.geom, e.geom), coalesce(p.strong, e.geom)]) as strong,
    grunnriss.united(array[coalesce(c.geom, e.geom), coalesce(p.strong, e.geom), coalesce(w.geom, e.geom),
                           coalesce(p.weak, e.geom)]) as weak,
    coalesce(p.buildable, e.geom) as buildable, coalesce(p.newly, e.geom) as newly,
    grunnriss.united(array[coalesce(h.geom, e.geom), coalesce(p.built, e.geom)]) as houses
  from met m
  cross join nothing e
  left join by_zones c on c.n = m.n and c.strong
  left join by_zones w on w.n = m.n and not w.strong
  left join by_purpose p on p.n = m.n
  left join near_houses h on h.n = m.n
  where not m.is_point
),
parted as materialized (
  select s.*,
    grunnriss.difference(s.whole, s.houses) as never_built,
    grunnriss.difference(s.newly, s.strong) as new_land
  from secured s
),
rest as materialized (
  select p.*,
    -- Secured land counts whether or not a house stands near it; other land only where none does.
    grunnriss.united(array[p.never_built, p.strong]) as base,
    grunnriss.difference(grunnriss.difference(grunnriss.difference(p.buildable, p.strong), p.new_land), p.houses) as before,
    grunnriss.difference(grunnriss.difference(p.never_built, p.strong), p.buildable) as open
  from parted p
),
measured as materialized (
  select r.*, grunnriss.area(r.base) as base_m2 from rest r
),
lacking as materialized (
  select d.n, grunnriss.difference(case when n.over_houses then d.whole else d.base end, d.strong) as geom
  from measured d join named n using (n)
  union all
  select m.n, grunnriss.intersection(st_buffer(m.geom, :point_radius_m::float8, 'quad_segs=32'), plan.geom)
  from met m cross join plan where m.is_point
),
missing as materialized (
  select l.n, coalesce(
      (select grunnriss.united(array_agg(p.geom)) from st_dump(l.geom) p
       where not grunnriss.is_narrower(p.geom, :touching_m::float8)), l.geom) as geom
  from lacking l
)
select n.n as number, (
    select k.number from grunnriss.layer_municipality k join grunnriss.dataset source on source.id = k.dataset_id
    where k.dataset_id = any (:municipality_datasets::bigint[]) and (k.valid_to is null or k.valid_to > source.imported_at::date)
      and st_intersects(k.geom, st_pointonsurface(m.geom))
    order by k.number limit 1) as municipality,
  m.n is not null as is_in, coalesce(m.is_point, false) as is_point,
  case when m.is_point then exists (
         select from consideration c join securing_code s on s.code = c.code and s.n = m.n and s.strong
         where st_intersects(c.geom, m.geom))
       or exists (select from zone z where z.secures and st_intersects(z.geom, m.geom)) end as point_secured,
  coalesce(grunnriss.area(d.whole), 0) as area_m2, st_asbinary(coalesce(d.whole, m.geom)) as geom,
  array[st_xmin(m.geom), st_ymin(m.geom), st_xmax(m.geom), st_ymax(m.geom)] as box,
  coalesce(d.base_m2 = 0, false) as all_built,
  case when d.base_m2 > 0 then grunnriss.area(d.strong) / d.base_m2 else 1 end as share_secured,
  case when d.base_m2 > 0 then grunnriss.area(grunnriss.intersection(d.weak, d.base)) / d.base_m2 else 1 end as share_weakly,
  case when d.base_m2 > 0 and not grunnriss.is_narrower(d.new_land, d.sliver) then grunnriss.area(d.new_land) / d.base_m2 else 0 end
    as share_newly,
  case when grunnriss.is_narrower(d.before, d.sliver) then 0 else grunnriss.area(d.before) end as before_m2,
  case when grunnriss.is_narrower(d.open, d.sliver) then 0 else grunnriss.area(d.open) end as open_m2,
  coalesce(not grunnriss.is_narrower(grunnriss.intersection(d.by_zone, d.buildable), d.sliver), false) as contradicted,
  st_asbinary(grunnriss.difference(d.base, d.strong)) as unsecured,
  coalesce(grunnriss.area(grunnriss.difference(d.base, d.strong)), 0) as unsecured_m2,
  st_asbinary(g.geom) as missing, coalesce(grunnriss.area(g.geom), 0) as missing_m2
from named n
left join met m using (n)
left join measured d using (n)
left join missing g using (n)
order by n.n

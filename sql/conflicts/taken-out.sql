-- What a draft takes out of the plan in force that it replaces: of each of its zones on the ground, the land in the draft's
-- plan area that no zone of the draft gives the same purpose group.
--   :zoning              current datasets of the layer zoning
--   :plan_id             the plan that is replaced
--   :area                the draft's plan area
--   :geoms, :groups      zones of the draft on the ground
--   :unread              zones of the draft on the ground whose purpose is not known: they may give any
--   :noise_m             narrower land is drawing noise
-- area_m2: what is surely gone; 0 where all of it may still be there under unread zones. whole: nothing of the zone within
-- the area is left; unread: which of the unread zones lie on it, by place in the list.
with area as materialized (
  select st_geomfromwkb(:area::bytea, grunnriss.analysis_srid()) as geom
),
zone as materialized (
  select z.purpose_group, st_geomfromwkb(z.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:geoms::bytea[], :groups::text[]) as z(wkb, purpose_group)
),
unread as materialized (
  select u.place, st_geomfromwkb(u.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:unread::bytea[]) with ordinality as u(wkb, place)
),
replaced as materialized (
  select l.dataset_id, l.fid, coalesce(l.source_id, l.fid::text) as id, l.name, l.object_type, l.purpose, l.purpose_group,
    case when st_covers(a.geom, l.geom) then l.geom else grunnriss.intersection(l.geom, a.geom) end as geom
  from grunnriss.layer_zoning l cross join area a
  where l.dataset_id = any (:zoning::bigint[]) and l.plan_id = :plan_id and coalesce(l.level, 2) = 2
    and st_intersects(l.geom, a.geom)
),
gone as materialized (
  select r.*, coalesce(grunnriss.difference(r.geom, k.geom), r.geom) as perhaps,
    coalesce(grunnriss.difference(r.geom, k.geom_or_unread), r.geom) as left_out
  from replaced r
  left join lateral (
    select grunnriss.united(array_agg(g.geom) filter (where g.known)) as geom, grunnriss.united(array_agg(g.geom)) as geom_or_unread
    from (select z.geom, true as known from zone z where z.purpose_group = r.purpose_group
          union all select u.geom, false from unread u) g
    where st_intersects(g.geom, r.geom)
  ) k on true
)
select id, name, object_type, purpose as code,
  case when grunnriss.is_narrower(left_out, :noise_m::float8) then 0 else grunnriss.area(left_out) end as area_m2,
  grunnriss.area(geom) as zone_area_m2,
  grunnriss.is_narrower(grunnriss.difference(geom, left_out), :noise_m::float8) as whole,
  (select array_agg(u.place::integer order by u.place) from unread u where st_intersects(u.geom, gone.geom)) as unread
from gone
where not grunnriss.is_narrower(perhaps, :noise_m::float8)
order by area_m2 desc, dataset_id, fid

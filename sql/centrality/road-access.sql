-- Where places come to a road: the stretches of roads that lie on them, and the roads nearest to them.
--   :places, :geoms   points or land, well-known binaries
--   :datasets         current datasets of the layer road-link
--   :within_m, :most  how far off a road may be, metres, and how many are told
--   :anywhere         on motorways and on bridges and viaducts, too
-- No row for a place without any. start, stop: 0–1 along a line of a link; gap_m: from the place to the road, ellipsoidal.
-- Nobody drives off a ferry on its way, or out of a tunnel.
with place as materialized (
  select p.place, st_geomfromwkb(p.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:places::integer[], :geoms::bytea[]) as p(place, wkb)
),
near as materialized (
  select p.place, p.geom as land, r.*
  from place p
  cross join lateral (
    select l.dataset_id as dataset, l.fid, l.geom, st_distance(l.geom, p.geom) as apart
    from grunnriss.layer_road_link l
    where l.dataset_id = any (:datasets::bigint[]) and st_dwithin(l.geom, p.geom, :within_m::float8)
      and not coalesce(l.ferry, false) and not coalesce(l.tunnel, false) and coalesce(l.level, 0) >= 0
      and (:anywhere::boolean or (not coalesce(l.motorway, false) and coalesce(l.level, 0) = 0))
  ) r
),
ranked as materialized (
  select *, row_number() over (partition by place order by apart, dataset, fid) as rank from near
),
line as materialized (
  select r.place, r.land, r.dataset, r.fid, coalesce(d.path[1], 1) as part, d.geom, r.apart
  from ranked r cross join lateral st_dump(r.geom) d
  where r.apart = 0 or r.rank <= :most::integer
)
select l.place, l.dataset, l.fid, l.part, least(a.at, b.at) as start, greatest(a.at, b.at) as stop, 0 as gap_m
from line l
cross join lateral st_dump(st_intersection(l.geom, l.land)) piece
cross join lateral (select st_linelocatepoint(l.geom,
  case st_dimension(piece.geom) when 0 then piece.geom else st_startpoint(piece.geom) end) as at) a
cross join lateral (select st_linelocatepoint(l.geom,
  case st_dimension(piece.geom) when 0 then piece.geom else st_endpoint(piece.geom) end) as at) b
where l.apart = 0
union all
select l.place, l.dataset, l.fid, l.part, n.at, n.at, grunnriss.distance(l.geom, l.land)
from line l
cross join lateral (select st_linelocatepoint(l.geom, st_closestpoint(l.geom, l.land)) as at) n
where l.apart > 0
order by place, gap_m, dataset, fid, part, start

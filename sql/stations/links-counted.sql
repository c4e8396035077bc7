-- Which road links traffic was counted on: those that its rows name, and those that it is drawn along.
--   :traffic, :roads  current datasets of the layers traffic and road-link
--   :within_m         how far a road link's middle may lie off a line of traffic, metres
-- A line of traffic that names a road link is on no other. off_m: 0 where it is named.
with named as materialized (
  select distinct t.dataset_id as traffic, t.link_id as link, l.dataset_id as dataset, l.fid
  from grunnriss.layer_traffic t
  join grunnriss.layer_road_link l on l.source_id = t.link_id and l.dataset_id = any (:roads::bigint[])
  where t.dataset_id = any (:traffic::bigint[])
),
line as materialized (
  select t.dataset_id as traffic, coalesce(t.link_id, t.source_id, t.fid::text) as link, t.geom, t.road_number, t.category
  from grunnriss.layer_traffic t
  left join named n on n.traffic = t.dataset_id and n.link = t.link_id
  where t.dataset_id = any (:traffic::bigint[]) and n.link is null and t.geom is not null
)
select traffic, link, dataset, fid, 0::float8 as off_m, null::text as road_number, null::text as category from named
union all
select t.traffic, t.link, l.dataset_id, l.fid, st_distance(t.geom, m.middle), t.road_number, t.category
from line t
join grunnriss.layer_road_link l
  on l.dataset_id = any (:roads::bigint[]) and l.geom && st_expand(t.geom, :within_m::float8)
cross join lateral (select st_lineinterpolatepoint(st_geometryn(l.geom, 1), 0.5) as middle) m
where st_dwithin(t.geom, m.middle, :within_m::float8)
  and not exists (select from named n where n.dataset = l.dataset_id and n.fid = l.fid)
order by dataset, fid, off_m, traffic, link

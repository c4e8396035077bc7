-- The rival: three rules for all plans in force, written as one would who has the policy and whole layers, and does not
-- think of speed. Finds the land to be judged by itself: what no older plan gives the same purpose group, what no newer
-- plan gives another one, and of present land what is not built; then every polygon of the constraints that intersects,
-- clipped, joined, measured. Indexes are used.
--   :plans, :zoning, :buildings, :holiday_homes, :dwellings, :nature, :reindeer, :minerals  current datasets
--   :object_types, :codes, :holds_homes, :allows_building  what purposes mean (true, also where nobody knows)
--   :built_m, :unbuilt_area_m2  how near is built; the least that is unbuilt
with purpose as (
  select * from unnest(:object_types::text[], :codes::integer[], :holds_homes::boolean[], :allows_building::boolean[])
    as p(object_type, purpose, holds_homes, allows_building)
),
in_force as (
  select l.plan_id, l.source_id, l.object_type like 'R%' as regulation, l.status, l.purpose_group, l.object_type, l.purpose,
    p.in_force, l.geom
  from grunnriss.layer_zoning l
  join grunnriss.layer_plan p on p.plan_id = l.plan_id and p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7)
  where l.dataset_id = any (:zoning::bigint[]) and coalesce(l.level, 2) = 2
),
zone as (
  select z.*, u.holds_homes, u.allows_building
  from in_force z join purpose u on u.object_type = z.object_type and u.purpose = z.purpose
  where u.holds_homes or u.allows_building
),
new as (
  select z.*, coalesce(st_difference(z.geom, (
      select st_union(o.geom) from in_force o
      where st_intersects(o.geom, z.geom) and o.plan_id <> z.plan_id
        and (o.in_force < z.in_force and o.purpose_group = z.purpose_group and o.purpose_group <> 'unknown'
               and (o.status = 1 or o.regulation)
          or o.in_force > z.in_force and (o.purpose_group <> z.purpose_group or o.purpose_group = 'unknown'))
    )), z.geom) as land
  from zone z
),
judged as (
  select plan_id, source_id, holds_homes, allows_building, land from new where status is distinct from 1
  union all
  select plan_id, source_id, holds_homes, allows_building, (
    select st_collect(part.geom)
    from st_dump(coalesce(st_difference(n.land, (
      select st_union(st_buffer(b.geom, :built_m::float8))
      from (
        select geom from grunnriss.layer_building where dataset_id = any (:buildings::bigint[])
        union all
        select geom from grunnriss.layer_holiday_home where dataset_id = any (:holiday_homes::bigint[])
        union all
        select geom from grunnriss.layer_dwelling where dataset_id = any (:dwellings::bigint[])
      ) b
      where st_dwithin(b.geom, n.land, :built_m::float8)
    )), n.land)) part
    where st_area(part.geom) >= :unbuilt_area_m2::float8
  )
  from new n where status = 1
),
layer as (
  select 'nature-areas' as rule, geom from grunnriss.layer_contiguous_nature where dataset_id = any (:nature::bigint[])
  union all
  select 'nature-areas', geom from grunnriss.layer_recreation_area where dataset_id = any (:nature::bigint[])
  union all
  select 'nature-areas', geom from grunnriss.layer_nature_corridor where dataset_id = any (:nature::bigint[])
  union all
  select 'wild-reindeer', geom from grunnriss.layer_wild_reindeer where dataset_id = any (:reindeer::bigint[])
  union all
  select 'wild-reindeer', geom from grunnriss.layer_regional_plan_zone where dataset_id = any (:reindeer::bigint[])
  union all
  select 'mineral-built-over', geom from grunnriss.layer_mineral_resource
  where dataset_id = any (:minerals::bigint[]) and st_dimension(geom) = 2 and registration is distinct from 'province'
    and coalesce(importance, '') not in ('local', 'small', 'none')
)
select j.plan_id, j.source_id as zone, l.rule, grunnriss.area(st_union(st_intersection(j.land, l.geom))) as area_m2
from judged j
join layer l on case l.rule when 'mineral-built-over' then j.allows_building else j.holds_homes end
  and st_intersects(j.land, l.geom)
group by j.plan_id, j.source_id, l.rule

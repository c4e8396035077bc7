-- Where a municipality stands by the results that are on the map: centrality, cells under development pressure, and where
-- coordination is needed.
--   :municipality   :strong percentile from which pressure is strong
-- Null where a result is not on the map or has nothing here.
with pressure as (
  select 'housing' as kind, l.pressure, l.new_buildings, l.from_year, l.to_year
  from grunnriss.layer_development_pressure_housing l
  join grunnriss.current_dataset d on d.layer = 'development-pressure-housing' and d.id = l.dataset_id
  where l.municipality = :municipality
  union all
  select 'holiday-homes', l.pressure, l.new_buildings, l.from_year, l.to_year
  from grunnriss.layer_development_pressure_holiday_homes l
  join grunnriss.current_dataset d on d.layer = 'development-pressure-holiday-homes' and d.id = l.dataset_id
  where l.municipality = :municipality
),
zone as (
  select 'housing' as kind, l.zone, l.need, l.residents, l.new_buildings, l.reserve_m2
  from grunnriss.layer_coordination_zones_housing l
  join grunnriss.current_dataset d on d.layer = 'coordination-zones-housing' and d.id = l.dataset_id
  where l.municipality = :municipality
  union all
  select 'holiday-homes', l.zone, l.need, l.residents, l.new_buildings, l.reserve_m2
  from grunnriss.layer_coordination_zones_holiday_homes l
  join grunnriss.current_dataset d on d.layer = 'coordination-zones-holiday-homes' and d.id = l.dataset_id
  where l.municipality = :municipality
)
select
  (select jsonb_build_object('index', l.index, 'class', l.class, 'scale', l.scale)
   from grunnriss.layer_centrality_municipality l
   join grunnriss.current_dataset d on d.layer = 'centrality-municipality' and d.id = l.dataset_id
   where l.number = :municipality and l.index is not null
   limit 1) as centrality,
  (select jsonb_agg(p order by p.kind desc) from (
    select kind, count(pressure) as cells, count(*) filter (where pressure >= :strong::float8) as strong,
      sum(new_buildings) as new_buildings, min(from_year) as from_year, max(to_year) as to_year
    from pressure group by kind) p) as pressure,
  (select jsonb_agg(z order by z.kind desc, z.need desc nulls last, z.zone) from (
    select kind, zone, need, count(*) as cells, coalesce(sum(residents), 0) as residents,
      coalesce(sum(new_buildings), 0) as new_buildings, sum(reserve_m2) as reserve_m2
    from zone group by kind, zone, need) z) as coordination

-- The municipalities that hold today, with what is known about each: ellipsoidal area, residents of the newest year of each of
-- the current population datasets by the middle of their cells, and centrality where it was worked out on a scale with classes.
-- Findings by rule are those of the newest sweep over the plans in force; where there is none, of the checks of drafts, and swept
-- is null. Degrees are longitude, latitude.
with municipality as materialized (
  select l.number, l.name, l.geom
  from grunnriss.layer_municipality l
  join grunnriss.current_dataset d on d.layer = 'municipality' and d.id = l.dataset_id
  where (l.valid_from is null or l.valid_from <= current_date) and (l.valid_to is null or l.valid_to >= current_date)
), population as materialized (
  select l.residents, l.geom, l.year, max(l.year) over (partition by l.dataset_id) as newest
  from grunnriss.layer_population l
  join grunnriss.current_dataset d on d.layer = 'population' and d.id = l.dataset_id
), settled as (
  select m.number, sum(p.residents) as residents
  from municipality m
  join population p on p.geom && m.geom and ST_Contains(m.geom, ST_Centroid(p.geom))
  where p.year is not distinct from p.newest
  group by m.number
), sweep as materialized (
  select r.finished_at, r.result -> 'counts' as counts
  from grunnriss.current_dataset d
  join grunnriss.run r on r.key = d.run_key and r.state = 'done'
  where d.layer = 'conflict-in-force'
), hit as (
  select c ->> 'municipality' as municipality, c ->> 'rule' as rule, c ->> 'verdict' as verdict, (c ->> 'findings')::integer as findings
  from sweep cross join lateral jsonb_array_elements(sweep.counts) c
  where c ->> 'verdict' in ('conflict', 'review')
  union all
  select municipality, rule, verdict, count(*)
  from grunnriss.layer_conflict l
  join grunnriss.current_dataset d on d.layer = 'conflict' and d.id = l.dataset_id
  where l.verdict in ('conflict', 'review') and not exists (select from sweep)
  group by municipality, rule, verdict
), central as (
  select l.number, min(l.index) as index, min(l.class) as class
  from grunnriss.layer_centrality_municipality l
  join grunnriss.current_dataset d on d.layer = 'centrality-municipality' and d.id = l.dataset_id
  where l.index is not null and l.class is not null
  group by l.number
)
select m.number, m.name, c.index as centrality_index, c.class as centrality_class, grunnriss.area(m.geom) / 1e6 as area_km2, s.residents,
  (select coalesce(jsonb_object_agg(rule, findings), '{}') from hit where municipality = m.number and verdict = 'conflict') as conflicts,
  (select coalesce(jsonb_object_agg(rule, findings), '{}') from hit where municipality = m.number and verdict = 'review') as reviews,
  (select to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD') from sweep) as swept,
  ST_XMin(degrees) as west, ST_YMin(degrees) as south, ST_XMax(degrees) as east, ST_YMax(degrees) as north,
  ST_X(middle) as lon, ST_Y(middle) as lat
from municipality m
left join settled s on s.number = m.number
left join central c on c.number = m.number
cross join lateral ST_Transform(m.geom, 4326) as degrees
cross join lateral ST_Transform(ST_PointOnSurface(m.geom), 4326) as middle
order by m.number

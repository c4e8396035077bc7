-- What classes gained and lost on land that a version of a coverage has more than once: each class keeps what it claims.
--   :from_datasets, :from_year, :to_datasets, :to_year, :municipality, :division, :twice, :from_gap, :to_gap,
--   :sliver_width_m   as in changes.sql
-- A row for each class that gained or lost land there: all of it, and what of it is mapping noise.
with twice as materialized (
  select grunnriss.united(array_agg(st_geomfromwkb(t.wkb, grunnriss.analysis_srid()))) as geom from unnest(:twice::bytea[]) as t(wkb)
),
polygon as (
  select 'from' as side, coalesce(l.class, 'unknown') as class, p.geom
  from (
    select dataset_id, fid, geom from grunnriss.piece
    where dataset_id = any (:from_datasets::bigint[]) and division = :division::integer and municipality = :municipality::text
    offset 0
  ) p
  join grunnriss.{table} l on l.dataset_id = p.dataset_id and l.fid = p.fid
  where (:from_year::bigint is null or coalesce(l.year, :from_year::bigint) = :from_year::bigint)
  union all
  select 'to', coalesce(l.class, 'unknown'), p.geom
  from (
    select dataset_id, fid, geom from grunnriss.piece
    where dataset_id = any (:to_datasets::bigint[]) and division = :division::integer and municipality = :municipality::text
    offset 0
  ) p
  join grunnriss.{table} l on l.dataset_id = p.dataset_id and l.fid = p.fid
  where (:to_year::bigint is null or coalesce(l.year, :to_year::bigint) = :to_year::bigint)
  union all
  select gap.side, 'unclassified', st_geomfromwkb(gap.wkb, grunnriss.analysis_srid())
  from (values ('from', :from_gap::bytea), ('to', :to_gap::bytea)) as gap(side, wkb)
  where gap.wkb is not null
),
claim as materialized (
  select p.side, p.class, grunnriss.united(array_agg(grunnriss.intersection(p.geom, t.geom))) as geom
  from polygon p join twice t on st_intersects(p.geom, t.geom)
  group by p.side, p.class
),
moved as (
  select coalesce(f.class, t.class) as class,
    case when t.geom is null then null when f.geom is null then t.geom else grunnriss.difference(t.geom, f.geom) end as gained,
    case when f.geom is null then null when t.geom is null then f.geom else grunnriss.difference(f.geom, t.geom) end as lost
  from (select * from claim where side = 'from') f
  full join (select * from claim where side = 'to') t on t.class = f.class
)
select class, coalesce(grunnriss.area(gained), 0) as gained_m2, coalesce(grunnriss.area(lost), 0) as lost_m2,
  coalesce((select sum(grunnriss.area(grunnriss.narrow_parts(d.geom, :sliver_width_m::float8))) from st_dump(gained) d), 0) as gained_noise_m2,
  coalesce((select sum(grunnriss.area(grunnriss.narrow_parts(d.geom, :sliver_width_m::float8))) from st_dump(lost) d), 0) as lost_noise_m2
from moved
order by class

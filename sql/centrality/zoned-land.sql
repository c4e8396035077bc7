-- Land that plans in force set aside, all of it or what is unbuilt, by the cells of a raster: of places on a finer grid, those that lie in a zone
-- of the groups, in no zone of a newer plan for something else, and near no building.
--   :plans, :zoning           current datasets
--   :groups, :statuses        purpose groups, and which zones with a status (of master plans) count; those without do
--   :dwellings, :holiday_homes, :buildings, :built_m   what is so near a building is built and left out;
--                             empty datasets: all of it is told
--   :division, :municipality  of the pieces
--   :cell_m, :step_m          side of a cell; metres between places
-- places: how many of a cell's places there are. A plan without a date is the oldest.
with plan as materialized (
  select p.plan_id, coalesce(max(p.in_force), '-infinity') as in_force from grunnriss.layer_plan p
  where p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7)
  group by p.plan_id
),
zone as materialized (
  select q.geom, p.in_force
  from grunnriss.piece q
  join grunnriss.layer_zoning l on l.dataset_id = q.dataset_id and l.fid = q.fid
  join plan p using (plan_id)
  where q.dataset_id = any (:zoning::bigint[]) and q.division = :division::integer and q.municipality = :municipality
    and l.purpose_group = any (:groups::text[]) and coalesce(l.level, 2) = 2 and (l.status is null or l.status = any (:statuses::integer[]))
),
place as materialized (
  select c.at as c, r.at as r, max(z.in_force) as in_force,
    st_setsrid(st_makepoint((c.at + 0.5) * :step_m::float8, (r.at + 0.5) * :step_m::float8), grunnriss.analysis_srid()) as geom
  from zone z
  cross join lateral generate_series(ceil(st_xmin(z.geom) / :step_m::float8 - 0.5)::integer, floor(st_xmax(z.geom) / :step_m::float8 - 0.5)::integer) c(at)
  cross join lateral generate_series(ceil(st_ymin(z.geom) / :step_m::float8 - 0.5)::integer, floor(st_ymax(z.geom) / :step_m::float8 - 0.5)::integer) r(at)
  where st_intersects(z.geom, st_setsrid(st_makepoint((c.at + 0.5) * :step_m::float8, (r.at + 0.5) * :step_m::float8), grunnriss.analysis_srid()))
  group by c.at, r.at
)
select floor((p.c + 0.5) * :step_m::float8 / :cell_m::float8)::integer as "column",
  floor((p.r + 0.5) * :step_m::float8 / :cell_m::float8)::integer as "row", count(*) as places
from place p
where not exists (
    select from grunnriss.piece q
    join grunnriss.layer_zoning l on l.dataset_id = q.dataset_id and l.fid = q.fid
    join plan o using (plan_id)
    where q.dataset_id = any (:zoning::bigint[]) and q.division = :division::integer and q.municipality = :municipality
      and st_intersects(q.geom, p.geom) and o.in_force > p.in_force and coalesce(l.level, 2) = 2
      and l.purpose_group <> all (:groups::text[]))
  and not exists (select from grunnriss.layer_dwelling b
    where b.dataset_id = any (:dwellings::bigint[]) and st_dwithin(b.geom, p.geom, :built_m::float8))
  and not exists (select from grunnriss.layer_holiday_home b
    where b.dataset_id = any (:holiday_homes::bigint[]) and st_dwithin(b.geom, p.geom, :built_m::float8))
  and not exists (select from grunnriss.layer_building b
    where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, p.geom, :built_m::float8))
group by 1, 2

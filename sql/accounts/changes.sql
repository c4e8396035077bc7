-- What changed class between two versions of a coverage in a municipality, on land that both have at most once.
--   :from_datasets, :from_year, :to_datasets, :to_year, :municipality, :division   as in coverage.sql
--   :twice                land that one of them has more than once, in parts
--   :from_gap, :to_gap    land that no polygon of it covers (class 'unclassified'); null: none
--   :sliver_width_m       narrower change is mapping noise
--   :with_geometry        whether the land itself is asked for
-- A row for each connected part of land of one change, area_m2 of it, noise_m2 what of it is noise, the rest being real, and a row for each class of a version
-- (side) that has land in :twice, removed_m2 being that land.
-- Polygons that are the same in both versions are matched first: no other polygon has land there, for what is claimed twice
-- is left out. What is left is joined by cells of 1 km, which needs no index and no statistics. Pairs of one class are no
-- change; what a class keeps is its opening without what it lost.
with twice as materialized (
  select grunnriss.united(array_agg(st_geomfromwkb(t.wkb, grunnriss.analysis_srid()))) as geom from unnest(:twice::bytea[]) as t(wkb)
),
polygon as materialized (
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
  select gap.side, 'unclassified', part.geom
  from (values ('from', :from_gap::bytea), ('to', :to_gap::bytea)) as gap(side, wkb)
  cross join lateral st_subdivide(st_geomfromwkb(gap.wkb, grunnriss.analysis_srid()), 128, grunnriss.overlay_grid()) as part(geom)
),
shared as materialized (
  select p.side, p.class, p.geom, grunnriss.difference(p.geom, t.geom) as rest
  from polygon p join twice t on st_intersects(p.geom, t.geom)
),
removed as (
  select side, class, sum(grunnriss.area(geom) - grunnriss.area(rest)) as removed_m2 from shared group by side, class
),
once as materialized (
  select row_number() over () as n, side, class, geom
  from (
    select p.side, p.class, p.geom from polygon p cross join twice t
    where t.geom is null or not st_intersects(p.geom, t.geom)
    union all
    select side, class, (st_dump(rest)).geom from shared
  ) all_once
),
same as materialized (
  select f.n as f, t.n as t, f.class as opening, t.class as closing, f.geom
  from once f join once t on t.geom = f.geom
  where f.side = 'from' and t.side = 'to'
),
open as materialized (
  select * from once where n not in (select f from same union all select t from same)
),
cell as materialized (
  select side, class, geom, x.at as x, y.at as y
  from open
  cross join lateral generate_series(floor(st_xmin(geom) / 1000)::integer, floor(st_xmax(geom) / 1000)::integer) x(at)
  cross join lateral generate_series(floor(st_ymin(geom) / 1000)::integer, floor(st_ymax(geom) / 1000)::integer) y(at)
),
-- Pairs whose boxes meet, each in the one cell where the corner of what their boxes share lies.
pair as materialized (
  select f.class as opening, t.class as closing, f.geom as f, t.geom as t
  from cell f join cell t on t.x = f.x and t.y = f.y
  where f.side = 'from' and t.side = 'to' and t.class <> f.class and f.geom && t.geom
    and floor(greatest(st_xmin(f.geom), st_xmin(t.geom)) / 1000)::integer = f.x
    and floor(greatest(st_ymin(f.geom), st_ymin(t.geom)) / 1000)::integer = f.y
),
changed as materialized (
  select opening, closing, grunnriss.shared(f, t) as geom from pair where st_intersects(f, t)
  union all
  select opening, closing, geom from same where opening <> closing
),
-- Only land that meets is joined, on the grid, lest a gap of rounding parts what hangs together. Less than 1 cm² is rounding.
together as materialized (
  select opening, closing, geom, st_clusterdbscan(geom, 1e-6, 1) over (partition by opening, closing) as cluster
  from changed where st_area(geom) > 1e-4
),
part as materialized (
  select c.opening, c.closing, d.geom
  from (
    select opening, closing, case when count(*) = 1 then (array_agg(geom))[1] else grunnriss.united(array_agg(geom order by geom)) end as geom
    from together
    group by opening, closing, cluster
  ) c
  cross join lateral st_dump(c.geom) d
)
select null as side, p.opening, p.closing, grunnriss.area(p.geom) as area_m2, grunnriss.area(noise.geom) as noise_m2,
  null::float8 as removed_m2,
  case when :with_geometry::boolean and not st_equals(noise.geom, p.geom)
    then st_asbinary(case when st_isempty(noise.geom) then p.geom else grunnriss.difference(p.geom, noise.geom) end) end as real_land,
  case when :with_geometry::boolean and not st_isempty(noise.geom) then st_asbinary(noise.geom) end as noise_land
from part p
cross join lateral (select grunnriss.narrow_parts(p.geom, :sliver_width_m::float8) as geom) noise
union all
select side, class, class, null, null, removed_m2, null, null from removed
order by opening, closing, area_m2, noise_m2

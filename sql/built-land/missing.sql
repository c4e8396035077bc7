-- Squares under land that are not worked out yet, and how many buildings are to be looked at in each: one row of lists.
--   :store                                  what they belong to
--   :geoms                                  land
--   :buildings, :holiday_homes, :dwellings  current datasets of those layers, empty where there are none
--   :side_m, :metres                        of a square; how near is built
with land as materialized (
  select g.at, st_geomfromwkb(g.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:geoms::bytea[]) with ordinality as g(wkb, at)
),
box as materialized (
  select l.at, x, y
  from land l
  cross join generate_series(floor(st_xmin(l.geom) / :side_m::float8)::integer, floor(st_xmax(l.geom) / :side_m::float8)::integer) as x
  cross join generate_series(floor(st_ymin(l.geom) / :side_m::float8)::integer, floor(st_ymax(l.geom) / :side_m::float8)::integer) as y
),
unknown as materialized (
  select b.* from box b
  where not exists (select from grunnriss.built_square s where s.built_land = :store::bigint and s.x = b.x and s.y = b.y)
),
square as materialized (
  select distinct u.x, u.y
  from unknown u
  join land l using (at)
  where st_intersects(l.geom, st_makeenvelope(u.x * :side_m::float8, u.y * :side_m::float8,
    (u.x + 1) * :side_m::float8, (u.y + 1) * :side_m::float8, grunnriss.analysis_srid()))
),
around as materialized (
  select s.x, s.y, st_makeenvelope(s.x * :side_m::float8 - :metres::float8, s.y * :side_m::float8 - :metres::float8,
    (s.x + 1) * :side_m::float8 + :metres::float8, (s.y + 1) * :side_m::float8 + :metres::float8, grunnriss.analysis_srid()) as geom
  from square s
)
select coalesce(array_agg(x order by x, y), '{}') as xs, coalesce(array_agg(y order by x, y), '{}') as ys,
  coalesce(array_agg(buildings::integer order by x, y), '{}') as buildings
from (
  select a.x, a.y,
    (select count(*) from grunnriss.layer_building b where b.dataset_id = any (:buildings::bigint[]) and b.geom && a.geom)
    + (select count(*) from grunnriss.layer_holiday_home b where b.dataset_id = any (:holiday_homes::bigint[]) and b.geom && a.geom)
    + (select count(*) from grunnriss.layer_dwelling b where b.dataset_id = any (:dwellings::bigint[]) and b.geom && a.geom) as buildings
  from around a
) square

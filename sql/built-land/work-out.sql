-- Work out what is built in squares: land within :metres of a building.
--   :store                                  what they belong to; nothing is written when it is gone
--   :xs, :ys                                squares
--   :buildings, :holiday_homes, :dwellings  current datasets of those layers, empty where there are none
--   :side_m, :metres                        of a square; how near is built
with square as materialized (
  select s.x, s.y, st_makeenvelope(s.x * :side_m::float8, s.y * :side_m::float8,
    (s.x + 1) * :side_m::float8, (s.y + 1) * :side_m::float8, grunnriss.analysis_srid()) as geom
  from unnest(:xs::integer[], :ys::integer[]) as s(x, y)
),
-- A point in a house adds nothing to the surroundings of the house, and would take as long.
house as materialized (
  select s.x, s.y, h.geom
  from square s
  cross join lateral (
    select b.geom from grunnriss.layer_building b
    where b.dataset_id = any (:buildings::bigint[]) and st_dwithin(b.geom, s.geom, :metres::float8)
    union all
    select b.geom from grunnriss.layer_holiday_home b
    where b.dataset_id = any (:holiday_homes::bigint[]) and st_dwithin(b.geom, s.geom, :metres::float8)
      and not exists (select from grunnriss.layer_building h where h.dataset_id = any (:buildings::bigint[]) and st_covers(h.geom, b.geom))
    union all
    select b.geom from grunnriss.layer_dwelling b
    where b.dataset_id = any (:dwellings::bigint[]) and st_dwithin(b.geom, s.geom, :metres::float8)
      and not exists (select from grunnriss.layer_building h where h.dataset_id = any (:buildings::bigint[]) and st_covers(h.geom, b.geom))
  ) h
),
built as materialized (
  select x, y, grunnriss.united(array_agg(st_buffer(geom, :metres::float8))) as geom from house group by x, y
)
insert into grunnriss.built_square (built_land, x, y, geom)
select l.id, s.x, s.y, grunnriss.intersection(b.geom, s.geom)
from square s
cross join (select id from grunnriss.built_land where id = :store::bigint for key share) l
left join built b using (x, y)
order by s.x, s.y
on conflict do nothing

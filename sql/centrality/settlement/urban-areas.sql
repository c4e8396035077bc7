-- Urban areas by the definition: houses no farther apart than :apart_m, one to the next, with at least :residents people.
--   :buildings, :dwellings    current datasets; of :dwellings only where there are no buildings
--   :not_types                building types that are no houses of a town: holiday homes
--   :dwelling_types           building types that people live in
--   :population, :years       current datasets of the layer, and the year of each that counts; rows without one always do
-- Residents of a cell are spread evenly over the dwellings in it, or over its houses where none is a dwelling. unplaced:
-- residents of cells without any house, the same on every row. geom: land no farther than half of :apart_m from a house,
-- bays of that width filled; well-known binary.
with house as materialized (
  select geom, st_centroid(geom) as middle, coalesce(building_type = any (:dwelling_types::integer[]), false) as lived_in
  from grunnriss.layer_building
  where dataset_id = any (:buildings::bigint[]) and geom is not null and coalesce(building_type <> all (:not_types::integer[]), true)
  union all
  select geom, st_centroid(geom), true from grunnriss.layer_dwelling
  where dataset_id = any (:dwellings::bigint[]) and geom is not null
),
grouped as materialized (
  select *, st_clusterdbscan(geom, :apart_m::float8, 1) over () as town from house
),
wanted as materialized (
  select * from unnest(:population::bigint[], :years::integer[]) as w(dataset_id, year)
),
cell as materialized (
  select row_number() over () as cell, l.geom, l.residents
  from wanted w
  join grunnriss.layer_population l on l.dataset_id = w.dataset_id and (l.year is null or l.year = w.year)
  where l.residents > 0 and l.geom is not null
    and not exists (
      select from grunnriss.layer_population o
      join wanted v on o.dataset_id = v.dataset_id and (o.year is null or o.year = v.year)
      where o.geom ~= l.geom and coalesce(o.cell, o.source_id) = coalesce(l.cell, l.source_id) and o.residents >= 0
        and (coalesce(o.year, 0), o.dataset_id) > (coalesce(l.year, 0), l.dataset_id))
),
inside as materialized (
  select c.cell, c.residents, g.town, g.lived_in
  from cell c
  join grouped g on g.middle && c.geom and st_intersects(c.geom, g.middle)
),
home as (
  select i.cell, i.residents, i.town
  from inside i
  where i.lived_in or not exists (select from inside o where o.cell = i.cell and o.lived_in)
),
spread as (
  select town, residents::float8 / count(*) over (partition by cell) as residents from home
),
lived as (
  select town, sum(residents) as residents from spread group by town having sum(residents) >= :residents::float8
)
select round(l.residents)::integer as residents, count(*)::integer as houses,
  st_asbinary(st_multi(st_buffer(st_buffer(st_collect(g.geom), :apart_m::float8), -:apart_m::float8 / 2))) as geom,
  (select coalesce(sum(c.residents), 0)::integer from cell c where c.cell not in (select cell from inside)) as unplaced
from lived l
join grouped g using (town)
group by l.town, l.residents
order by l.residents desc, l.town

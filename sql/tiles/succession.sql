-- For each dated dataset of a layer that comes by year: from which date on later ones show all the ground that it has
-- features on, and whether earlier ones do. {table} is the layer's.
-- The dataset's extent is looked at in square cells, :cells along its longer side but none smaller than :least_cell m.
-- A dataset shows a cell where a feature of it lies or, unless the layer fills the ground (:fills), where its source says
-- that it has looked. :nearly_all is the share of the cells that is all: outlines of two surveys differ by a little.
-- Dates are ISO 2024 … 2024-05-31; one that begins like another (2024, 2024-05) is neither earlier nor later.
with dated as materialized (
  select d.id, d.data_date collate "C" as date, case when :fills::boolean then null else d.coverage end as coverage, e.box
  from grunnriss.dataset d
  cross join lateral (
    select st_setsrid(st_extent(l.geom)::geometry, grunnriss.analysis_srid()) as box
    from grunnriss.{table} l where l.dataset_id = d.id
  ) e
  where d.id = any(:datasets::bigint[]) and d.data_date is not null and e.box is not null
), other as materialized (
  select d.id, o.id as dataset_id, o.date, o.coverage, o.box
  from dated d
  join dated o on (d.box && o.box or d.box && o.coverage)
    and not starts_with(o.date, d.date) and not starts_with(d.date, o.date)
), grid as (
  select id, date, st_xmin(box) + st_xmax(box) as twice_x, st_ymin(box) + st_ymax(box) as twice_y,
    st_xmax(box) - st_xmin(box) as width, st_ymax(box) - st_ymin(box) as height,
    greatest(greatest(st_xmax(box) - st_xmin(box), st_ymax(box) - st_ymin(box)) / :cells::float8, :least_cell::float8) as size
  from dated
), sized as (
  select *, floor(width / size)::integer + 1 as columns, floor(height / size)::integer + 1 as rows from grid
), cell as materialized (
  select s.id, s.date, c.geom
  from sized s
  cross join generate_series(0, s.columns - 1) as i
  cross join generate_series(0, s.rows - 1) as j
  cross join lateral st_makeenvelope(
    (s.twice_x - s.columns * s.size) / 2 + i * s.size, (s.twice_y - s.rows * s.size) / 2 + j * s.size,
    (s.twice_x - s.columns * s.size) / 2 + (i + 1) * s.size, (s.twice_y - s.rows * s.size) / 2 + (j + 1) * s.size,
    grunnriss.analysis_srid()
  ) as c (geom)
  cross join lateral (
    select from grunnriss.{table} l where l.dataset_id = s.id and l.geom && c.geom and st_intersects(l.geom, c.geom)
    limit 1
  ) own -- the limit keeps the planner, which expects millions of cells, at one look into the index per cell
), shown as (
  select c.id, min(o.date) filter (where o.date > c.date) as later, coalesce(bool_or(o.date < c.date), false) as earlier
  from cell c
  left join other o on o.id = c.id and (
    st_intersects(o.coverage, c.geom)
    or (o.box && c.geom and exists (
      select from grunnriss.{table} l
      where l.dataset_id = o.dataset_id and l.geom && c.geom and st_intersects(l.geom, c.geom)
    ))
  )
  group by c.id, c.geom
)
select id, nullif(percentile_disc(:nearly_all::float8) within group (order by coalesce(later, '9999')), '9999') as replaced,
  count(*) filter (where earlier) >= :nearly_all::float8 * count(*) as preceded
from shown
group by id

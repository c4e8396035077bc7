-- Whether two versions of a coverage close over a municipality: sum and union apart, and what each class claims.
--   :from_datasets, :from_year, :to_datasets, :to_year   the versions; no year: all rows
--   :municipality, :division            whose pieces
--   :municipalities                     datasets of that division
-- Two rows, the opening version first. classes: ellipsoidal m² by class, what lies there twice counted twice. gap: land of
-- the municipality that no polygon covers, null where that is less than :tolerance of it. A polygon without a class is of
-- the class 'unknown'. Pieces are found first, then what they are: the other way round every polygon of the coverage would
-- look for its pieces. Most polygons are the same in both versions: they are measured once.
with land as materialized (
  select m.geom, grunnriss.area(m.geom) as area_m2
  from (
    select grunnriss.united(array_agg(m.geom)) as geom
    from grunnriss.layer_municipality m
    join grunnriss.dataset s on s.id = m.dataset_id
      and (m.valid_from is null or m.valid_from <= s.imported_at::date) and (m.valid_to is null or m.valid_to > s.imported_at::date)
    where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text
    offset 0
  ) m
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
),
shape as materialized (
  select s.*, grunnriss.area(s.geom) as area_m2
  from (
    select geom, array_agg(side) as sides, array_agg(class) as classes
    from polygon group by geom
    offset 0
  ) s
),
claim as materialized (
  select c.side, c.class, sum(s.area_m2 order by s.area_m2) as area_m2, count(*) as polygons
  from shape s cross join lateral unnest(s.sides, s.classes) as c(side, class)
  group by c.side, c.class
),
whole as materialized (
  select v.side, coalesce(grunnriss.quick_union(array_agg(s.geom)), grunnriss.united(array_agg(s.geom)), st_geomfromtext('polygon empty', grunnriss.analysis_srid())) as geom
  from (values ('from'), ('to')) as v(side)
  left join shape s on v.side = any (s.sides)
  group by v.side
),
measured as materialized (
  select side, geom, grunnriss.area(geom) as union_m2 from whole
)
select l.area_m2, m.union_m2, coalesce(c.sum_m2, 0) as sum_m2, coalesce(c.polygons, 0)::integer as polygons, c.classes,
  case when l.area_m2 - m.union_m2 > greatest(1e-3, :tolerance::float8 * l.area_m2)
    then st_asbinary(grunnriss.difference(l.geom, m.geom)) end as gap
from measured m
cross join land l
left join (
  select side, sum(area_m2 order by class) as sum_m2, sum(polygons) as polygons, jsonb_object_agg(class, area_m2) as classes from claim group by side
) c using (side)
order by m.side

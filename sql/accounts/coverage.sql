-- Whether one version of a coverage closes over a municipality: sum and union apart, and what each class claims.
--   :datasets, :year                    the version; no year: all rows
--   :municipality, :division            whose pieces
--   :municipalities                     datasets of that division
-- classes: ellipsoidal m² by class, what lies there twice counted twice. gap: land of the municipality that no polygon
-- covers, null where that is less than :tolerance of it. A polygon without a class is of the class 'unknown'. Pieces are
-- found first, then what they are: the other way round every polygon of the coverage would look for its pieces.
with land as materialized (
  select grunnriss.united(array_agg(m.geom)) as geom
  from grunnriss.layer_municipality m
  join grunnriss.dataset s on s.id = m.dataset_id
    and (m.valid_from is null or m.valid_from <= s.imported_at::date) and (m.valid_to is null or m.valid_to > s.imported_at::date)
  where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text
),
polygon as materialized (
  select coalesce(l.class, 'unknown') as class, p.geom, grunnriss.area(p.geom) as area_m2
  from (
    select dataset_id, fid, geom from grunnriss.piece
    where dataset_id = any (:datasets::bigint[]) and division = :division::integer and municipality = :municipality::text
    offset 0
  ) p
  join grunnriss.{table} l on l.dataset_id = p.dataset_id and l.fid = p.fid
  where (:year::bigint is null or coalesce(l.year, :year::bigint) = :year::bigint)
),
whole as materialized (
  select coalesce(grunnriss.quick_union(array_agg(geom)), grunnriss.united(array_agg(geom)), st_geomfromtext('polygon empty', grunnriss.analysis_srid())) as geom,
    coalesce(sum(area_m2), 0) as sum_m2, count(*) as polygons
  from polygon
),
measured as materialized (
  select w.geom, w.sum_m2, w.polygons, grunnriss.area(w.geom) as union_m2, l.geom as land, grunnriss.area(l.geom) as area_m2
  from whole w cross join land l
)
select area_m2, sum_m2, union_m2, polygons,
  (select jsonb_object_agg(class, claimed) from (select class, sum(area_m2) as claimed from polygon group by class) c) as classes,
  case when area_m2 - union_m2 > greatest(1e-3, :tolerance::float8 * area_m2)
    then st_asbinary(grunnriss.difference(land, geom)) end as gap
from measured

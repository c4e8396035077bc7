-- Missing consideration zones as a plan would draw them: those of one code that overlap or meet are one.
--   :numbers, :codes, :geoms  what each finding misses
-- A row for each connected piece; of: the findings that it is for.
with missing as materialized (
  select m.number, m.code, st_geomfromwkb(m.wkb, grunnriss.analysis_srid()) as geom
  from unnest(:numbers::integer[], :codes::integer[], :geoms::bytea[]) as m(number, code, wkb)
),
joined as materialized (
  select u.code, d.geom
  from (select code, grunnriss.united(array_agg(geom)) as geom from missing group by code) u
  cross join lateral st_dump(u.geom) d
)
select j.code, st_asbinary(j.geom) as geom, array(
    select m.number from missing m
    where m.code = j.code and not st_isempty(grunnriss.intersection(m.geom, j.geom)) order by m.number) as of
from joined j
order by j.code, st_ymax(j.geom) desc, st_xmin(j.geom)

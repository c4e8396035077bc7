-- Whether what two versions of a finding lie on differs by more than touching: somewhere as wide as :touching_m.
--   :numbers, :befores, :nows  pairs of land
-- A row for every pair.
select p.number,
  not (grunnriss.is_narrower(grunnriss.difference(p.before, p.now), :touching_m::float8)
    and grunnriss.is_narrower(grunnriss.difference(p.now, p.before), :touching_m::float8)) as differs
from (
  select l.number, st_geomfromwkb(l.before, grunnriss.analysis_srid()) as before, st_geomfromwkb(l.now, grunnriss.analysis_srid()) as now
  from unnest(:numbers::integer[], :befores::bytea[], :nows::bytea[]) as l(number, before, now)
) p
order by p.number

-- Land of several zones as one geometry, shared ground once.
--   :lands  well-known binaries, analysis CRS
select st_asbinary(grunnriss.united(array_agg(st_geomfromwkb(l.wkb, grunnriss.analysis_srid())))) as geom
from unnest(:lands::bytea[]) as l(wkb)

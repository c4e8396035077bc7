-- Ellipsoidal m² of land per rule, land that several zones share counted once.
select f.rule, grunnriss.area(grunnriss.united(array_agg(st_geomfromwkb(f.wkb, grunnriss.analysis_srid())))) as area_m2
from unnest(:rules::text[], :geoms::bytea[]) as f(rule, wkb)
group by f.rule

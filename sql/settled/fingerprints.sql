-- SHA-256 of geometries to a millimetre, whatever the order of their rings and the points that they begin with.
--   :numbers, :geoms  geometries in the analysis CRS
select g.number,
  encode(sha256(st_asbinary(st_normalize(coalesce(st_snaptogrid(st_geomfromwkb(g.wkb, grunnriss.analysis_srid()), 0.001), 'polygon empty')), 'NDR')), 'hex')
    as geometry
from unnest(:numbers::integer[], :geoms::bytea[]) as g(number, wkb)
order by g.number

-- Numbers of the municipalities whose box comes within :reach metres of any zone: pieces are looked up by them.
select k.number
from grunnriss.layer_municipality k
where k.dataset_id = any (:municipalities::bigint[])
  and k.geom && st_expand(
    (select st_setsrid(st_extent(st_geomfromwkb(z.wkb))::geometry, grunnriss.analysis_srid())
     from unnest(:geoms::bytea[]) as z(wkb)),
    :reach::float8)

-- Pairs of purposes that share ground on one level, the largest first; area on the ellipsoid.
--   :zoning dataset of the zones   :tolerance_m2 smaller ones are left out   :srid CRS that places are also given in
select a.fid as one, b.fid as other, coalesce(a.level, 2) as level, s.area_m2,
  grunnriss.place(st_pointonsurface(o.geom), :srid::integer) as place,
  st_asgeojson(st_transform(o.geom, 4258), 8)::jsonb as geometry
from grunnriss.layer_zoning a
join grunnriss.layer_zoning b
  on b.dataset_id = a.dataset_id and b.fid > a.fid and coalesce(b.level, 2) = coalesce(a.level, 2)
 and st_intersects(a.geom, b.geom)
cross join lateral (select grunnriss.intersection(a.geom, b.geom) as geom offset 0) o
cross join lateral (select grunnriss.area(o.geom) as area_m2 offset 0) s
where a.dataset_id = :zoning and s.area_m2 > :tolerance_m2::float8
order by s.area_m2 desc, one, other

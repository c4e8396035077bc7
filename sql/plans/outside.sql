-- What zones have outside their plan's outline, the largest first: area on the ellipsoid, and how far it reaches.
--   :plan, :zoning, :considerations datasets   :tolerance_m2 smaller ones are left out
--   :srid CRS that places are also given in
with outline as materialized (
  select grunnriss.united(array_agg(geom)) as geom from grunnriss.layer_plan where dataset_id = :plan
),
zone as (
  select 'zoning' as layer, fid, geom from grunnriss.layer_zoning where dataset_id = :zoning
  union all
  select 'zoning-consideration', fid, geom from grunnriss.layer_zoning_consideration where dataset_id = :considerations
),
beyond as materialized (
  select z.layer, z.fid, z.geom as whole, grunnriss.difference(z.geom, o.geom) as geom
  from zone z, outline o where not st_coveredby(z.geom, o.geom)
)
select b.layer, b.fid, s.area_m2, s.area_m2 / nullif(grunnriss.area(b.whole), 0) as share,
  (select max(st_distance(v.geom, o.geom)) from st_dumppoints(b.geom) v) as farthest_m,
  grunnriss.place(st_pointonsurface(b.geom), :srid::integer) as place,
  st_asgeojson(st_transform(b.geom, 4258), 8)::jsonb as geometry
from beyond b
cross join outline o
cross join lateral (select grunnriss.area(b.geom) as area_m2 offset 0) s
where s.area_m2 > :tolerance_m2::float8
order by s.area_m2 desc, b.fid

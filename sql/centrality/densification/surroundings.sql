-- The land in and near features of a layer, each; {table} is the layer's, which has a name.
--   :datasets                   current datasets
--   :near_m                     how near
--   :municipalities, :division  datasets of the layer municipality, and the division of their pieces
--   :dwellings, :holiday_homes, :buildings   current datasets of buildings; a building counts where its middle lies
-- geom: well-known binary, analysis CRS; area_m2: all of it, ellipsoidal, water too; municipality: of its middle, '' outside;
-- reaches: municipalities that any of it lies in.
select l.dataset_id as dataset, l.fid, coalesce(l.source_id, l.fid::text) as id, l.name, st_asbinary(n.geom) as geom,
  grunnriss.area(n.geom) as area_m2, coalesce(m.municipality, '') as municipality,
  array(select distinct p.municipality from grunnriss.piece p
    where p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer
      and st_intersects(p.geom, n.geom) and not st_touches(p.geom, n.geom)) as reaches,
  (select count(*) from (
    select b.geom from grunnriss.layer_dwelling b where b.dataset_id = any (:dwellings::bigint[]) and b.geom && n.geom
    union all
    select b.geom from grunnriss.layer_holiday_home b where b.dataset_id = any (:holiday_homes::bigint[]) and b.geom && n.geom
    union all
    select b.geom from grunnriss.layer_building b where b.dataset_id = any (:buildings::bigint[]) and b.geom && n.geom
  ) b where st_intersects(n.geom, st_centroid(b.geom))) as buildings
from grunnriss.{table} l
cross join lateral (select case when :near_m::float8 > 0 then st_multi(st_buffer(l.geom, :near_m::float8)) else l.geom end as geom) n
left join lateral (
  select min(p.municipality) as municipality from grunnriss.piece p
  where p.dataset_id = any (:municipalities::bigint[]) and p.division = :division::integer
    and st_intersects(p.geom, st_pointonsurface(l.geom))
) m on true
where l.dataset_id = any (:datasets::bigint[]) and l.geom is not null
order by l.dataset_id, l.fid

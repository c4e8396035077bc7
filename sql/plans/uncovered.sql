-- Ground of a plan without a purpose on the ground (level 2), piece by piece, the largest first; area on the ellipsoid.
-- A piece is enclosed when zones lie all round it: a gap between them. Without an outline of its own (:given is false)
-- only those can be found.
--   :plan, :zoning datasets   :tolerance_m2 smaller ones are left out   :srid CRS that places are also given in
with zones as materialized (
  select grunnriss.united(array_agg(geom)) as geom
  from grunnriss.layer_zoning where dataset_id = :zoning and coalesce(level, 2) = 2
),
filled as materialized (
  select grunnriss.united(array_agg(st_makepolygon(st_exteriorring(d.geom)))) as geom
  from zones, st_dump(zones.geom) d
),
area as (
  select case when :given::boolean
    then (select grunnriss.united(array_agg(geom)) from grunnriss.layer_plan where dataset_id = :plan)
    else (select geom from filled) end as geom
),
piece as materialized (
  select d.geom, grunnriss.area(d.geom) as area_m2
  from area, zones, st_dump(grunnriss.difference(area.geom, zones.geom)) d
)
select p.area_m2, coalesce(st_intersects(f.geom, st_pointonsurface(p.geom)), false) as enclosed,
  grunnriss.place(st_pointonsurface(p.geom), :srid::integer) as place,
  st_asgeojson(st_transform(p.geom, 4258), 8)::jsonb as geometry
from piece p, filled f
where p.area_m2 > :tolerance_m2::float8
order by p.area_m2 desc

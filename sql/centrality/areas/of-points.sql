-- The regions and urban areas that points lie in.
--   :xs, :ys    points, analysis CRS
--   :regions    current datasets of the layer region
--   :areas      urban areas, well-known binaries
-- place: position of the point, from 1, of those that lie in any; regions: numbers; urban: positions in :areas, from 1.
with area as materialized (
  select st_geomfromwkb(u.wkb, grunnriss.analysis_srid()) as geom, u.number
  from unnest(:areas::bytea[]) with ordinality as u(wkb, number)
),
point as materialized (
  select st_setsrid(st_makepoint(k.x, k.y), grunnriss.analysis_srid()) as geom, k.place
  from unnest(:xs::float8[], :ys::float8[]) with ordinality as k(x, y, place)
)
select p.place, coalesce(r.numbers, '{}') as regions, coalesce(u.numbers, '{}') as urban
from point p
left join lateral (
  select array_agg(distinct g.number order by g.number) as numbers from grunnriss.layer_region g
  where g.dataset_id = any (:regions::bigint[]) and st_intersects(g.geom, p.geom)
    and (g.valid_to is null or g.valid_to >= current_date)
) r on true
left join lateral (
  select array_agg(a.number::integer order by a.number) as numbers from area a
  where a.geom && p.geom and st_intersects(a.geom, p.geom)
) u on true
where r.numbers is not null or u.numbers is not null

-- Places of a layer where a station could be: its features, each with a point inside. {table} is the layer's.
--   :datasets  current datasets of the layer
-- area_m2: ellipsoidal, null for points and lines.
select l.dataset_id as dataset, l.fid, coalesce(l.source_id, l.fid::text) as id, to_jsonb(l) - 'geom' as properties,
  st_x(p.point) as x, st_y(p.point) as y, case when st_dimension(l.geom) = 2 then grunnriss.area(l.geom) end as area_m2
from grunnriss.{table} l
cross join lateral (select case st_dimension(l.geom) when 0 then st_centroid(l.geom) else st_pointonsurface(l.geom) end as point) p
where l.dataset_id = any (:datasets::bigint[]) and l.geom is not null
order by l.dataset_id, l.fid

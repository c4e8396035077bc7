-- Cells of a map of development pressure, with the regions that their middles lie in.
--   :dataset                    of the layer
--   :regions                    current datasets of the layer region
-- west, south, side: metres in the analysis CRS. regions: numbers, the county's among them.
select st_xmin(l.geom) as west, st_ymin(l.geom) as south, st_xmax(l.geom) - st_xmin(l.geom) as side, l.municipality,
  l.pressure, l.accessibility, l.buildings, l.new_buildings, l.reserve_m2, l.from_year, l.to_year,
  coalesce(r.numbers, '{}') as regions
from grunnriss.{table} l
left join lateral (
  select array_agg(distinct g.number order by g.number) as numbers from grunnriss.layer_region g
  where g.dataset_id = any (:regions::bigint[]) and st_intersects(g.geom, st_centroid(l.geom))
    and (g.valid_to is null or g.valid_to >= current_date)
) r on true
where l.dataset_id = :dataset::bigint
order by l.fid

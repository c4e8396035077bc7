-- Centrality at the middles of raster cells: of the population cell that is nearest, where one is near.
--   :columns, :rows, :cell_m   the raster cells
--   :centrality                current datasets of the layer centrality
--   :within_m                  how near
select k.place, n.index
from unnest(:columns::integer[], :rows::integer[]) with ordinality as k("column", "row", place)
cross join lateral (
  select st_setsrid(st_makepoint((k."column" + 0.5) * :cell_m::float8, (k."row" + 0.5) * :cell_m::float8), grunnriss.analysis_srid()) as geom
) p
join lateral (
  select l.index from grunnriss.layer_centrality l
  where l.dataset_id = any (:centrality::bigint[]) and l.index is not null and st_dwithin(l.geom, p.geom, :within_m::float8)
  order by l.geom <-> p.geom, l.fid limit 1
) n on true

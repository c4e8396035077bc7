-- Urban areas with their residents: as they were loaded, else those of the population cells whose middles lie in them.
--   :urban_areas           current datasets of the layer
--   :population, :years    current datasets of the layer population, and the year of each that counts
with wanted as materialized (
  select * from unnest(:population::bigint[], :years::integer[]) as w(dataset_id, year)
)
select l.number, l.name, st_asbinary(l.geom) as geom,
  coalesce(l.residents, (
    select sum(c.residents) from wanted w
    join grunnriss.layer_population c on c.dataset_id = w.dataset_id and (c.year is null or c.year = w.year)
    where c.residents >= 0 and c.geom && l.geom and st_intersects(l.geom, st_centroid(c.geom))
      and not exists (
        select from grunnriss.layer_population o
        join wanted v on o.dataset_id = v.dataset_id and (o.year is null or o.year = v.year)
        where o.geom ~= c.geom and coalesce(o.cell, o.source_id) = coalesce(c.cell, c.source_id) and o.residents >= 0
          and (coalesce(o.year, 0), o.dataset_id) > (coalesce(c.year, 0), c.dataset_id))), 0)::integer as residents
from grunnriss.layer_urban_area l
where l.dataset_id = any (:urban_areas::bigint[]) and l.geom is not null
order by l.fid

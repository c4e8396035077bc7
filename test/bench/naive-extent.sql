-- The rival: what changed class between two years, as it is written when one does not think of it: every polygon of the one
-- against every one of the other, clipped by every municipality, measured, grouped.
--   :from_datasets, :to_datasets   of the two years
select m.number as municipality, a.class as opening, b.class as closing,
  sum(grunnriss.area(st_intersection(st_intersection(a.geom, b.geom), m.geom))) as area_m2
from grunnriss.layer_municipality m
join grunnriss.{table} a on st_intersects(a.geom, m.geom)
join grunnriss.{table} b on st_intersects(b.geom, a.geom) and st_intersects(b.geom, m.geom)
where a.dataset_id = any (:from_datasets::bigint[]) and b.dataset_id = any (:to_datasets::bigint[])
group by 1, 2, 3

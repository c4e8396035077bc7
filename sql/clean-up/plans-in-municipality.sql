-- Plans that share land with a municipality, whatever the number in their ids: those of a plan made before a merger are the
-- old ones.
--   :plans, :municipalities  current datasets of those layers
--   :municipality            its number
--   :noise_m                 narrower land is none
select distinct p.plan_id
from grunnriss.layer_municipality k
join grunnriss.dataset source on source.id = k.dataset_id
join grunnriss.layer_plan p on p.dataset_id = any (:plans::bigint[]) and p.plan_id is not null and st_intersects(p.geom, k.geom)
where k.dataset_id = any (:municipalities::bigint[]) and k.number = :municipality
  and (k.valid_to is null or k.valid_to > source.imported_at::date)
  and (st_covers(k.geom, p.geom) or not grunnriss.is_narrower(grunnriss.intersection(p.geom, k.geom), :noise_m::float8))

-- Land that the newest sweep found in conflict or for review in a box, the largest first.
--   :datasets of layer conflict-in-force   :west, :south, :east, :north   analysis CRS   :most so many
select st_asbinary(l.geom) as geom
from grunnriss.layer_conflict_in_force l
where l.dataset_id = any (:datasets::bigint[]) and l.verdict in ('conflict', 'review') and st_dimension(l.geom) = 2
  and l.geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())
order by st_area(l.geom) desc, l.fid
limit :most::integer

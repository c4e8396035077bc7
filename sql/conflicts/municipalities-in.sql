-- Numbers of the municipalities whose box meets that of the plan's surroundings: pieces are looked up by them.
select k.number
from grunnriss.layer_municipality k
where k.dataset_id = any (:municipalities::bigint[])
  and k.geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())

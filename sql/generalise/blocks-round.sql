-- The blocks that lines round faces lie in.
select distinct block
from grunnriss.arc
where dataset_id = :dataset::bigint
  and (left_fid = any(:faces::bigint[]) or right_fid = any(:faces::bigint[]))

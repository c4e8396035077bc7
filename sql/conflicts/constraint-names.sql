-- What features are called. {table} is the layer's.
--   :datasets, :fids  the features
--   :label            the field that names them
select l.fid, min(to_jsonb(l) ->> :label::text) as name
from grunnriss.{table} l
where l.dataset_id = any (:datasets::bigint[]) and l.fid = any (:fids::bigint[]) and to_jsonb(l) ->> :label::text is not null
group by l.fid
order by l.fid

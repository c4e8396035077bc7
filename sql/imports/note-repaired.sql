-- Keep what was mended to be loaded; only of features that are in.
insert into grunnriss.repaired (dataset_id, index, fid, reason, area_before_m2, area_after_m2)
select :dataset, r.index, i.fid, r.reason, r.area_before, r.area_after
from unnest(:indexes::integer[], :reasons::text[], :before::float8[], :after::float8[])
  as r(index, reason, area_before, area_after)
join incoming i using (index)

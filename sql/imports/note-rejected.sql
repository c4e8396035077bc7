-- Keep what could not be loaded. :srids is the CRS of each place (:xs, :ys), null for the analysis CRS.
insert into grunnriss.rejected (dataset_id, index, source_id, reason, detail, place, original)
select :dataset, r.index, r.source_id, r.reason, r.detail,
  st_transform(st_setsrid(st_makepoint(r.x, r.y), coalesce(r.srid, grunnriss.analysis_srid())), grunnriss.analysis_srid()),
  r.original
from unnest(:indexes::integer[], :source_ids::text[], :reasons::text[], :details::text[],
            :srids::integer[], :xs::float8[], :ys::float8[], :originals::jsonb[])
  as r(index, source_id, reason, detail, srid, x, y, original)

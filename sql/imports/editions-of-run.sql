-- What a run that is done wrote to the given layers, in the shape of current editions; the dataset stands for its edition.
--   :layers, :run   ids of layers, and the run's key
select d.layer, d.id as number, d.imported_at as published_at, d.id, d.part, d.title, d.source_file, d.provider, d.licence,
  d.attribution, d.data_date, d.imported_at, d.source_crs, d.accuracy_m, d.example, d.run_key,
  d.coverage is not null as has_coverage, d.read_count, d.loaded_count, d.repaired_count, d.rejected_count
from grunnriss.run r
join grunnriss.dataset d on d.run_key = r.key and d.id = (r.result -> 'datasets' ->> d.layer)::bigint
where r.key = :run and r.state = 'done' and d.layer = any(:layers::text[]) and d.complete
order by d.layer

-- An edition of a layer with its datasets, by number; one row with null id for an edition without any.
select e.layer, e.number, e.published_at, d.id, d.part, d.title, d.source_file, d.provider, d.licence, d.attribution,
  d.data_date, d.imported_at, d.source_crs, d.accuracy_m, d.example, d.run_key, d.coverage is not null as has_coverage,
  d.read_count, d.loaded_count, d.repaired_count, d.rejected_count
from grunnriss.edition e
left join (grunnriss.edition_dataset m join grunnriss.dataset d on d.id = m.dataset_id)
  on m.layer = e.layer and m.edition = e.number
where e.layer = :layer and e.number = :number
order by d.part, d.id

-- The current editions of the given layers with their datasets; one row with null id for an edition without any.
select c.layer, c.number, e.published_at, d.id, d.part, d.title, d.source_file, d.provider, d.licence, d.attribution,
  d.data_date, d.imported_at, d.source_crs, d.accuracy_m, d.example, d.run_key, d.coverage is not null as has_coverage,
  d.read_count, d.loaded_count, d.repaired_count, d.rejected_count
from grunnriss.current_edition c
join grunnriss.edition e on e.layer = c.layer and e.number = c.number
left join (grunnriss.edition_dataset m join grunnriss.dataset d on d.id = m.dataset_id)
  on m.layer = c.layer and m.edition = c.number
where c.layer = any(:layers::text[])
order by c.layer, d.part, d.id

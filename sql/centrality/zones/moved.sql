-- Cells of two maps of coordination zones beside each other; {table} is the layer's.
--   :before, :after   a dataset each
-- A cell is the same where its id is: both maps must be of cells of one size. zone: null where it is not known, or the cell
-- is not on that map.
select coalesce(a.source_id, b.source_id) as cell, coalesce(a.municipality, b.municipality) as municipality,
  b.zone as before, a.zone as after, b.residents as residents_before, a.residents as residents_after
from (select * from grunnriss.{table} where dataset_id = :before::bigint) b
full join (select * from grunnriss.{table} where dataset_id = :after::bigint) a on a.source_id = b.source_id
order by 2, 1

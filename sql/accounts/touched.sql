-- Whether zones of a draft, or of plans that it replaces, lie in a municipality.
--   :draft_zoning, :replaced            its dataset; ids of plans
--   :zoning, :municipalities            current datasets; :municipality, :division
select exists (
  select from grunnriss.layer_municipality m
  join grunnriss.dataset s on s.id = m.dataset_id
    and (m.valid_from is null or m.valid_from <= s.imported_at::date) and (m.valid_to is null or m.valid_to > s.imported_at::date)
  join grunnriss.layer_zoning l on l.dataset_id = :draft_zoning::bigint and st_intersects(l.geom, m.geom)
  where m.dataset_id = any (:municipalities::bigint[]) and m.number = :municipality::text
) or exists (
  select from grunnriss.layer_zoning l
  join grunnriss.piece p on p.dataset_id = l.dataset_id and p.fid = l.fid and p.division = :division::integer
    and p.municipality = :municipality::text
  where l.dataset_id = any (:zoning::bigint[]) and l.plan_id = any (:replaced::text[])
) as touched

-- Patches of contiguous nature, clipped at the municipality's border: areas that meet along a line are one.
--   :datasets, :division, :municipality
with land as materialized (
  select grunnriss.united(array_agg(p.geom)) as geom
  from grunnriss.piece p
  where p.dataset_id = any (:datasets::bigint[]) and p.division = :division::integer and p.municipality = :municipality::text
)
select grunnriss.area(patch.geom) as area_m2 from land cross join lateral st_dump(land.geom) patch where st_area(patch.geom) > 1
order by area_m2 desc

-- Squares of land that no plan gives to building and nothing stands on.
--   :numbers, :wests, :souths, :side  squares, analysis CRS
--   :subject, :municipality, :municipalities  the zone that is to find a place, its municipality, and where that is drawn
--   :draft                            zones of the plan that is checked
--   :plans, :zoning, :replaced        current datasets; plan ids that the checked plan replaces
--   :out                              current datasets of layers whose land is left out
--   :land_cover, :out_classes         the same of land cover, and the classes that are left out; land without a class is, too
--   :houses, :holiday_homes, :dwellings, :built_m  buildings; land so near one counts as built
--   :division, :noise_m               of the pieces; narrower overlaps are none
-- A row for every square; taken: what speaks against it, none where it is free: outside (of the municipality), draft, built,
-- or the layer whose land it is.
with subject as materialized (select st_geomfromwkb(:subject::bytea, grunnriss.analysis_srid()) as geom),
cell as materialized (
  select c.number, st_makeenvelope(c.west, c.south, c.west + :side::float8, c.south + :side::float8, grunnriss.analysis_srid()) as geom
  from unnest(:numbers::integer[], :wests::float8[], :souths::float8[]) as c(number, west, south)
),
draft as materialized (
  select st_geomfromwkb(d.wkb, grunnriss.analysis_srid()) as geom from unnest(:draft::bytea[]) as d(wkb)
),
plan as materialized (
  select distinct p.plan_id from grunnriss.layer_plan p
  where p.dataset_id = any (:plans::bigint[]) and p.plan_status in (3, 6, 7) and p.plan_id <> all (:replaced::text[])
),
within as materialized (
  select c.number, c.geom from cell c
  where exists (
    select from grunnriss.layer_municipality k
    where k.dataset_id = any (:municipalities::bigint[]) and k.number = :municipality and st_covers(k.geom, c.geom))
),
taken as (
  select w.number, 'draft' as what from within w join draft d on st_intersects(d.geom, w.geom)
    and not grunnriss.is_narrower(grunnriss.intersection(d.geom, w.geom), :noise_m::float8)
  union
  select w.number, source.layer
  from within w
  join grunnriss.piece q on q.dataset_id = any (:out::bigint[] || :land_cover::bigint[] || :zoning::bigint[])
    and q.division = :division::integer and q.municipality = :municipality and st_intersects(q.geom, w.geom)
  join grunnriss.dataset source on source.id = q.dataset_id
  left join grunnriss.layer_land_cover c on c.dataset_id = q.dataset_id and c.fid = q.fid and q.dataset_id = any (:land_cover::bigint[])
  left join grunnriss.layer_zoning l on l.dataset_id = q.dataset_id and l.fid = q.fid and q.dataset_id = any (:zoning::bigint[])
  where (q.dataset_id = any (:out::bigint[])
      or q.dataset_id = any (:land_cover::bigint[]) and (c.class is null or c.class = any (:out_classes::text[]))
      or q.dataset_id = any (:zoning::bigint[]) and coalesce(l.level, 2) = 2 and l.purpose_group is distinct from 'lnfr'
         and l.plan_id in (select plan_id from plan))
    and not grunnriss.is_narrower(grunnriss.intersection(q.geom, w.geom), :noise_m::float8)
  union
  select w.number, 'built' from within w
  where exists (select from grunnriss.layer_building b where b.dataset_id = any (:houses::bigint[]) and st_dwithin(b.geom, w.geom, :built_m::float8))
     or exists (select from grunnriss.layer_holiday_home b where b.dataset_id = any (:holiday_homes::bigint[]) and st_dwithin(b.geom, w.geom, :built_m::float8))
     or exists (select from grunnriss.layer_dwelling b where b.dataset_id = any (:dwellings::bigint[]) and st_dwithin(b.geom, w.geom, :built_m::float8))
)
select c.number, case when w.number is null then array['outside'] else coalesce(t.what, '{}') end as taken, st_asbinary(c.geom) as geom, grunnriss.area(c.geom) as area_m2,
  array[st_xmin(c.geom), st_ymin(c.geom), st_xmax(c.geom), st_ymax(c.geom)] as box, grunnriss.distance(c.geom, s.geom) as distance_m
from cell c
cross join subject s
left join within w using (number)
left join (select number, array_agg(what order by what) as what from taken group by number) t using (number)
order by c.number

-- Put the features of a batch, with their numbers, into the analysis CRS, and judge their geometry.
-- An invalid polygon is mended by the method that keeps its area best, and taken when the area changes by at most
-- :tolerance (share of the larger). One row: how many went on, and what was wrong with those that were mended or
-- rejected.
--   :srid CRS of :geoms, well-known binaries one after the other: as one value they are sent as they are, as a list each
--     byte would be written out as text
--   :starts, :lengths where each lies in it, from 1; no length: the feature comes without geometry
-- The number is looked up row by row: a join would be planned for the few rows that a prepared statement expects.
with placed as materialized (
  select g.index, g.source_id,
    st_transform(
      st_geomfromwkb(substring(:geoms::bytea from g.start for g.length), :srid::integer), grunnriss.analysis_srid()
    ) as geom
  from unnest(:indexes::integer[], :source_ids::text[], :starts::integer[], :lengths::integer[])
    as g(index, source_id, start, length)
),
checked as materialized (
  select *, geom is null or st_isvalid(geom) as valid from placed
),
mended as materialized (
  select index, source_id, valid, geom, null as fault, null::geometry as place,
    null::float8 as area_before, null::float8 as area_after
  from checked
  where valid
  union all
  select c.index, c.source_id, c.valid, m.geom, m.fault, m.place, m.area_before, m.area_after
  from (select * from checked where not valid offset 0) c
  left join lateral (
    select (d).reason as fault, (d).location as place, st_area(c.geom) as area_before, b.area_after,
      case when b.area_after > 0 and abs(b.area_after - st_area(c.geom)) <= :tolerance::float8 * greatest(b.area_after, st_area(c.geom))
           then b.geom end as geom
    from (select st_isvaliddetail(c.geom) as d) found
    cross join lateral (
      select a.geom, st_area(a.geom) as area_after
      from (select unnest(array[
              st_collectionextract(st_makevalid(c.geom, 'method=structure keepcollapsed=false'), 3),
              st_collectionextract(st_makevalid(c.geom), 3)]) as geom) a
      order by abs(st_area(a.geom) - st_area(c.geom))
      limit 1
    ) b
  ) m on true
),
written as (
  insert into incoming (index, fid, source_id, turn, geom)
  select m.index,
    (select i.fid from grunnriss.identity i where i.layer = :layer and i.part = :part and i.source_id = m.source_id),
    m.source_id, row_number() over (partition by m.source_id order by m.index), m.geom
  from mended m
  where m.valid or m.geom is not null
  returning 1
)
select (select count(*)::integer from written) as written,
  (select coalesce(jsonb_agg(jsonb_build_object(
      'index', index, 'fault', fault, 'x', st_x(place), 'y', st_y(place),
      'area_before', area_before, 'area_after', area_after, 'rejected', geom is null) order by index), '[]')
   from mended where not valid) as faults

-- Give the features of a batch their numbers, put them into the analysis CRS, and judge their geometry.
-- An invalid polygon is mended by the method that keeps its area best, and taken when the area changes by at most
-- :tolerance (share of the larger). Rows come back only for features that were mended or rejected.
--   :srid CRS of :geoms (well-known binary, null where a feature may come without geometry)
with given as materialized (
  select * from unnest(:indexes::integer[], :source_ids::text[], :stable::boolean[], :geoms::bytea[])
    as g(index, source_id, stable, wkb)
),
wanted as materialized (
  select source_id, bool_and(stable) as stable, min(index) as first from given group by source_id
),
known as materialized (
  select i.source_id, i.fid
  from wanted w join grunnriss.identity i on i.layer = :layer and i.part = :part and i.source_id = w.source_id
),
added as (
  insert into grunnriss.identity (layer, part, source_id, stable)
  select :layer, :part, w.source_id, w.stable from wanted w
  where not exists (select from known k where k.source_id = w.source_id)
  order by w.first
  on conflict (layer, part, source_id) do update set stable = identity.stable -- another load added it meanwhile
  returning source_id, fid
),
numbered as (select * from known union all select * from added),
placed as materialized (
  select g.index, g.source_id, st_transform(st_geomfromwkb(g.wkb, :srid::integer), grunnriss.analysis_srid()) as geom
  from given g
),
checked as materialized (
  select *, geom is null or st_isvalid(geom) as valid from placed
),
mended as materialized (
  select c.index, c.source_id, c.valid,
    case when c.valid then c.geom else m.geom end as geom,
    m.fault, m.place, m.area_before, m.area_after
  from checked c
  left join lateral (
    select (d).reason as fault, (d).location as place, st_area(c.geom) as area_before, b.area_after,
      case when b.area_after > 0 and abs(b.area_after - st_area(c.geom)) <= :tolerance::float8 * greatest(b.area_after, st_area(c.geom))
           then b.geom end as geom
    from (select case when not c.valid then st_isvaliddetail(c.geom) end as d) found
    cross join lateral (
      select a.geom, st_area(a.geom) as area_after
      from (select unnest(array[
              case when not c.valid then st_collectionextract(st_makevalid(c.geom, 'method=structure keepcollapsed=false'), 3) end,
              case when not c.valid then st_collectionextract(st_makevalid(c.geom), 3) end]) as geom) a
      order by abs(st_area(a.geom) - st_area(c.geom))
      limit 1
    ) b
  ) m on not c.valid
),
written as (
  insert into incoming (index, fid, source_id, turn, geom)
  select m.index, n.fid, m.source_id, row_number() over (partition by m.source_id order by m.index), m.geom
  from mended m join numbered n using (source_id)
  where m.valid or m.geom is not null
)
select index, fault, st_x(place) as x, st_y(place) as y, area_before, area_after, geom is null as rejected
from mended where not valid
order by index

-- Zones of two versions of a plan that share ground, and the part of the smaller one that is shared.
--   :olds, :old_geoms  zones of the older version
--   :news, :new_geoms  zones of the newer version
with before as materialized (
  select b.place, st_geomfromwkb(b.wkb, grunnriss.analysis_srid()) as geom from unnest(:olds::integer[], :old_geoms::bytea[]) as b(place, wkb)
),
now as materialized (
  select n.place, st_geomfromwkb(n.wkb, grunnriss.analysis_srid()) as geom from unnest(:news::integer[], :new_geoms::bytea[]) as n(place, wkb)
),
pair as (
  select b.place as before, n.place as now,
    st_area(grunnriss.intersection(b.geom, n.geom)) / nullif(least(st_area(b.geom), st_area(n.geom)), 0) as share
  from before b join now n on st_intersects(b.geom, n.geom)
)
select before, now, share from pair where share > 0 order by now, before

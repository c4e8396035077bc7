-- Generalise the next features of a dataset, each for itself, for every band it is drawn in. Bands in which it looks
-- the same share a row.
-- Takes features by fid after :after until their vertices reach :batch_vertices, so that a statement stays short.
-- Edges are straight in the analysis CRS: longer than 2 km they would lie more than a tile's unit beside themselves
-- when straight in EPSG:3857, so they get vertices between.
-- A polygon below half a pixel squared is left out of a band, but never of the layer's last one; points and lines
-- always stay, for a road is made of links that are shorter than a pixel.
-- The size decides only who stays in a full tile: the planar one is good enough, and fast.
with dataset as materialized (
  -- Held, so that nothing is written for a dataset that is being removed.
  select id from grunnriss.dataset where id = :dataset::bigint for key share
), feature as materialized (
  select fid, ST_Dimension(geom) as dimension,
    case ST_Dimension(geom) when 2 then ST_Area(geom) when 1 then ST_Length(geom) else 0 end as size,
    ST_Transform(ST_Segmentize(geom, 2000), 3857) as geom
  from (
    select fid, geom, sum(ST_NPoints(geom)) over (order by fid) - ST_NPoints(geom) as vertices_before
    from (
      select fid, geom
      from grunnriss.{table}
      where dataset_id = :dataset::bigint and fid > :after::bigint and not ST_IsEmpty(geom)
      order by fid
      limit 2000
    ) next
  ) counted
  where vertices_before < :batch_vertices::bigint
), band as materialized (
  select band, tolerance_m, band = max(band) over () as last, min(band) over () as coarsest
  from unnest(:bands::smallint[], :tolerances::float8[]) as band (band, tolerance_m)
), simplified as (
  select fid, band, last, size, dimension, tolerance_m,
    case when dimension = 0 then coarsest else band end as first_band, feature.geom as whole,
    case
      when tolerance_m = 0 or dimension = 0 then feature.geom
      when dimension = 1 then ST_SimplifyVW(feature.geom, tolerance_m * tolerance_m)
      when ST_NumGeometries(feature.geom) = 1 then
        case
          when ST_Area(feature.geom) >= tolerance_m * tolerance_m
            then ST_SimplifyVW(feature.geom, tolerance_m * tolerance_m)
        end
      else (
        select ST_SimplifyVW(ST_Collect(part.geom), tolerance_m * tolerance_m)
        from ST_Dump(feature.geom) part
        where ST_Area(part.geom) >= tolerance_m * tolerance_m
      )
    end as geom
  from feature
  join band on last or dimension > 0  -- a point is the same in every band
  offset 0
), judged as (
  select *, coalesce(dimension < 2 or ST_NPoints(geom) = ST_NPoints(whole) or ST_IsValid(geom), true) as valid
  from simplified
  offset 0
), mended as (
  -- Lines of a polygon that cross when simplified each for itself: simplified together they do not, but ten times slower.
  select fid, first_band, band, last, size, whole,
    case when valid then geom else ST_SimplifyPreserveTopology(whole, tolerance_m) end as geom,
    valid
  from judged
  offset 0
), drawn as (
  select fid, first_band, band, last, size, whole, case when valid or ST_IsValid(geom) then geom else whole end as geom
  from mended
  offset 0
), shown as (
  select fid, first_band, band, size, case when geom is null or ST_IsEmpty(geom) then whole else geom end as geom
  from drawn
  where last or not ST_IsEmpty(geom)
  offset 0
), compared as (
  select *, geom = lag(geom) over finer_first as as_finer
  from shown
  window finer_first as (partition by fid order by band desc)
), shaped as (
  select *, count(*) filter (where as_finer is not true) over (partition by fid order by band desc) as shape
  from compared
), ranged as (
  select *, min(first_band) over (partition by fid, shape) as coarsest from shaped
), added as (
  insert into grunnriss.generalised (dataset_id, fid, first_band, last_band, size, geom)
  select dataset.id, fid, coarsest, band, size, geom
  from ranged cross join dataset
  where as_finer is not true
  returning 1
)
select (select max(fid) from feature) as last, (select count(*) from added) as added

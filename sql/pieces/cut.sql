-- Cut the next polygons of a dataset into pieces: by municipality, then into parts of at most :most_vertices.
-- Takes features by fid after :after until their vertices reach :batch_vertices, so that a statement stays short.
-- Land that two municipalities claim goes to the lower number; land outside all of them gets the number ''.
-- Pairs are handled municipality by municipality, so that PostGIS prepares each large outline once, not per feature.
-- Overlays are on the grid of 0004-overlay.sql: without it GEOS may throw on a part against its own polygon, and on the
-- embedded database the statement then fails.
with feature as materialized (
  select fid, geom
  from (
    select fid, geom, sum(ST_NPoints(geom)) over (order by fid) - ST_NPoints(geom) as vertices_before
    from (
      select fid, geom
      from grunnriss.{table}
      where dataset_id = :dataset::bigint and fid > :after::bigint and geom is not null
      order by fid
      limit 2000
    ) next
  ) counted
  where vertices_before < :batch_vertices::bigint
), municipality as materialized (
  -- With the box beside it: an outline is stored apart, and would be fetched anew for every feature.
  select land.number, land.dataset_id, land.fid, land.geom, ST_Envelope(land.geom) as box
  from grunnriss.layer_municipality land
  join grunnriss.dataset source on source.id = land.dataset_id
  where land.dataset_id = any(:municipalities::bigint[])
    and (land.valid_from is null or land.valid_from <= source.imported_at::date)
    and (land.valid_to is null or land.valid_to > source.imported_at::date)
), pair as materialized (
  select polygon.fid, polygon.geom, land.number, land.geom as land,
    row_number() over (order by land.number, land.dataset_id, land.fid) as turn
  from feature polygon
  join municipality land on land.box && polygon.geom
  where ST_Dimension(polygon.geom) = 2
  order by turn
), covered as materialized (
  select distinct on (fid) fid, number, geom
  from (select fid, number, turn, geom, ST_Covers(land, geom) as covers from pair offset 0) related
  where covers
  order by fid, turn
), part as materialized (
  select fid, number, turn, geom
  from (
    select fid, number, turn,
      case when ST_Intersects(land, geom) then grunnriss.intersection(geom, land) end as geom
    from pair
    where fid not in (select fid from covered)
    offset 0
  ) cut
  where ST_Area(geom) > 0
), claim as materialized (
  select fid, grunnriss.united(array_agg(geom)) as geom, sum(ST_Area(geom)) as sum_m2
  from part
  group by fid
), mapped as materialized (
  -- Of a feature across a border: what its parts claim together. Claims that differ from their union overlap.
  select feature.fid, feature.geom, claim.geom as claimed,
    claim.sum_m2 - ST_Area(claim.geom) > 1e-10 * ST_Area(feature.geom) as overlap,
    claim.geom is null or ST_Area(feature.geom) - ST_Area(claim.geom) > 1e-10 * ST_Area(feature.geom) as beyond
  from feature
  left join claim using (fid)
  where ST_Dimension(feature.geom) = 2 and fid not in (select fid from covered)
), land as (
  select fid, number, geom from covered
  union all
  select part.fid, part.number,
    case
      when mapped.overlap and earlier.geom is not null
        then grunnriss.difference(part.geom, earlier.geom)
      else part.geom
    end
  from part
  join mapped using (fid)
  left join lateral (
    select grunnriss.united(array_agg(other.geom)) as geom
    from part other
    where mapped.overlap and other.fid = part.fid and other.turn < part.turn
  ) earlier on true
  union all
  select fid, '',
    case when claimed is null then geom else grunnriss.difference(geom, claimed) end
  from mapped
  where beyond
), sized as (
  select fid, number, geom, GeometryType(geom) = 'POLYGON' and ST_NPoints(geom) <= :most_vertices::integer as is_small
  from land
  offset 0
), added as (
  insert into grunnriss.piece (layer, dataset_id, fid, municipality, division, geom)
  select :layer::text, :dataset::bigint, fid, number, :division::integer, piece.geom
  from sized,
    lateral (
      select sized.geom where is_small
      union all
      select (ST_Dump(small)).geom
      from ST_Subdivide(sized.geom, :most_vertices::integer, grunnriss.overlay_grid()) as small
      where not is_small
    ) piece
  where GeometryType(piece.geom) = 'POLYGON' and ST_Area(piece.geom) > 0
  returning 1
)
select (select max(fid) from feature) as last, (select count(*) from added) as pieces

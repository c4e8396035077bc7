-- One layer of one vector tile, made in the database.
-- {table} and {columns} come from the layer's declaration (tiles/tile-statement.ts).
-- The search box is wider than the tile by its buffer, so that a feature at an edge is in the tiles on both sides.
-- A full tile keeps the largest features: first by number, then by the bytes that the clipped geometry will take.
-- What comes first in a tile is drawn lowest: large features, of :stacked datasets those of the first.
with candidate as (
  select dataset_id, fid, geom, row_number() over (order by size desc, fid, dataset_id) as rank
  from grunnriss.generalised
  where dataset_id = any(:datasets::bigint[])
    and :band between first_band and last_band
    and geom && ST_Expand(
      ST_MakeEnvelope(:west, :south, :east, :north, 3857), (:east::float8 - :west::float8) * :buffer / :extent
    )
), drawn as (
  select dataset_id, fid, rank,
    ST_AsMVTGeom(geom, ST_MakeEnvelope(:west, :south, :east, :north, 3857), :extent::integer, :buffer::integer) as geom
  from candidate
  where :most_features::bigint is null or rank <= :most_features
), weighed as (
  select *, sum(:feature_bytes::bigint + :vertex_bytes::bigint * ST_NPoints(geom)) over (order by rank) as bytes
  from drawn
  where geom is not null
), feature as (
  select l.fid, w.geom{columns}
  from weighed w
  join grunnriss.{table} l on l.dataset_id = w.dataset_id and l.fid = w.fid
  where :most_bytes::bigint is null or w.bytes <= :most_bytes or w.rank = 1
  order by case when :stacked::boolean then array_position(:datasets::bigint[], w.dataset_id) end, w.rank
)
select
  ST_AsMVT(feature, :layer, :extent::integer, 'geom', 'fid') as tile,
  count(*) as kept,
  (select count(*) from candidate) - (select count(*) from drawn)
    + (select count(*) from weighed) - count(*) as dropped
from feature

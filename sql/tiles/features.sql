-- The features of one layer that touch a tile or its buffer, largest first, to be made into a tile in this process.
-- {table} and {columns} come from the layer's declaration (tiles/tile-statement.ts).
-- _candidates: how many there are in all; _place: of the dataset among :datasets; no field can be named so.
with candidate as (
  select dataset_id, fid, geom,
    row_number() over (order by size desc, fid, dataset_id) as rank,
    count(*) over () as candidates
  from grunnriss.generalised
  where dataset_id = any(:datasets::bigint[])
    and :band between first_band and last_band
    and geom && ST_MakeEnvelope(:west, :south, :east, :north, 3857)
)
select l.fid, ST_AsBinary(c.geom) as geom, c.candidates as _candidates,
  array_position(:datasets::bigint[], l.dataset_id) as _place{columns}
from candidate c
join grunnriss.{table} l on l.dataset_id = c.dataset_id and l.fid = c.fid
where :most_features::bigint is null or c.rank <= :most_features
order by c.rank

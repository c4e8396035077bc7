-- The features of one batch on their way in.
create temp table incoming (
  index      integer not null,
  fid        bigint not null,
  source_id  text not null,
  turn       bigint not null,   -- 1: the first loadable feature of its id in this batch
  geom       geometry
) on commit drop

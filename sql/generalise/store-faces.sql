-- Store the faces of a coverage as they were drawn: one row for the bands in which a face looks the same.
-- Gives back how many of them are not there to be stored: every face is drawn in the last band. None of a dataset that
-- is gone is missing.
with dataset as materialized (
  -- Held, so that nothing is written for a dataset that is being removed.
  select id from grunnriss.dataset where id = :dataset::bigint for key share
), drawn as (
  select fid, band, geom, max(size) over (partition by fid) as size,
    lead(band) over (partition by fid order by band desc) as coarser
  from grunnriss.face
  where dataset_id = :dataset::bigint and fid = any(:faces::bigint[])
), ranged as (
  select fid, size, geom,
    (select min(band) from unnest(:bands::smallint[]) as band where drawn.coarser is null or band > drawn.coarser) as first_band,
    (select max(band) from unnest(:bands::smallint[]) as band where band <= drawn.band) as last_band
  from drawn
  where geom is not null
), added as (
  insert into grunnriss.generalised (dataset_id, fid, first_band, last_band, size, geom)
  select dataset.id, fid, first_band, last_band, size, geom
  from ranged cross join dataset
  where first_band <= last_band
  returning last_band
)
select case
    when exists (select from dataset)
      then cardinality(:faces::bigint[])
        - (select count(*) from added where last_band = (select max(band) from unnest(:bands::smallint[]) as band))
    else 0
  end as missing

-- One row of tile geometry may serve several bands: a point is the same in all of them, a small polygon in most.
-- Rows from before serve one band each.
alter table grunnriss.generalised rename column band to last_band;
alter table grunnriss.generalised add column first_band smallint;
update grunnriss.generalised set first_band = last_band;
alter table grunnriss.generalised alter column first_band set not null;
alter table grunnriss.generalised add check (first_band <= last_band);

-- An arc keeps the shape of the finer band only where it differs: rows that do not change are not written.
comment on column grunnriss.arc.geom is 'as drawn in the finer band; null: as drawn now';
comment on column grunnriss.arc.area is 'swept by geom as seen from the dataset''s origin, left positive; null: as drawn_area';

-- The faces of a coverage while it is generalised: their own outlines, and what was drawn anew in a band.
create unlogged table grunnriss.face (
  dataset_id bigint not null,
  fid        bigint not null,
  band       smallint not null,        -- drawn so in this band and those coarser, until another row says otherwise
  size       real,                     -- m², with the own outline
  geom       geometry(Geometry, 3857), -- null: it shrank to nothing
  primary key (dataset_id, fid, band)
);
alter table grunnriss.face alter column geom set storage external;

-- Compressing coordinates takes longer than it saves.
alter table grunnriss.generalised alter column geom set storage external;
alter table grunnriss.piece alter column geom set storage external;

-- A dataset's row was looked up for every row that was written. Now each statement that writes holds it once
-- (sql/imports/keep-alive.sql, sql/generalise, sql/pieces/take-up.sql), which keeps what the keys kept: nothing is written
-- for a dataset that is gone, and none goes while something is being written for it.
alter table grunnriss.generalised drop constraint generalised_dataset_id_fkey;
alter table grunnriss.piece drop constraint piece_dataset_id_fkey;
do $$
declare
  link record;
begin
  for link in
    select conrelid::regclass as layer_table, conname
    from pg_constraint
    where contype = 'f' and confrelid = 'grunnriss.dataset'::regclass
      and conrelid in (select oid from pg_class where relname like 'layer\_%')
  loop
    execute format('alter table %s drop constraint %I', link.layer_table, link.conname);
    execute format('alter table %s alter column geom set storage external', link.layer_table);
  end loop;
end $$;

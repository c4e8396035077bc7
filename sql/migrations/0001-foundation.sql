-- The data model of grunnriss. Words:
--   dataset    one immutable load of one part of a layer (a plan, a source file, a run's result)
--   edition    an immutable, numbered set of datasets of a layer; one of them is current
--   piece      part of a polygon inside one municipality, subdivided, for overlays
--   division   the edition of the layer `municipality` by which pieces were cut; 0 when there was none
--   band       a range of zoom levels that share one generalised geometry
-- {analysis_srid} is the analysis CRS (setting, default 25832), put in by services/database/migrate.ts.
create table grunnriss.setting (
  name  text primary key,
  value text not null
);
insert into grunnriss.setting values ('analysis_srid', '{analysis_srid}');

create function grunnriss.analysis_srid() returns integer
  language sql immutable parallel safe
  return {analysis_srid};

create table grunnriss.dataset (
  id             bigint generated always as identity primary key,
  layer          text not null,
  part           text not null,             -- zoning: the plan id; land cover: the source file or year; a result: the run's subject
  title          text,
  source_file    text,
  sha256         text,
  provider       text,
  licence        text,
  attribution    text,
  data_date      text,                      -- ISO: 2024, 2024-05 or 2024-05-31
  imported_at    timestamptz not null default now(),
  source_crs     text,
  accuracy_m     double precision,
  coverage       geometry(MultiPolygon, {analysis_srid}),  -- null: coverage unknown
  example        boolean not null default false,
  run_key        text,                      -- of results: the run that wrote it
  read_count     integer not null default 0,
  loaded_count   integer not null default 0,
  repaired_count integer not null default 0,
  rejected_count integer not null default 0,
  report         jsonb not null default '{}',
  complete       boolean not null default false,  -- false: the load did not finish; removed before the next import
  check (not complete or read_count = loaded_count + rejected_count)
);
create index on grunnriss.dataset (layer, part);

create table grunnriss.edition (
  layer        text not null,
  number       integer not null check (number > 0),
  published_at timestamptz not null default now(),
  note         text not null default '',
  primary key (layer, number)
);

create table grunnriss.edition_dataset (
  layer      text not null,
  edition    integer not null,
  dataset_id bigint not null references grunnriss.dataset,
  primary key (layer, edition, dataset_id),
  foreign key (layer, edition) references grunnriss.edition
);

create table grunnriss.current_edition (
  layer  text primary key,
  number integer not null,
  foreign key (layer, number) references grunnriss.edition
);

-- The datasets that readers see now.
create view grunnriss.current_dataset as
  select d.*, c.number as edition
  from grunnriss.current_edition c
  join grunnriss.edition_dataset e on e.layer = c.layer and e.edition = c.number
  join grunnriss.dataset d on d.id = e.dataset_id;

-- A draft plan: datasets of plan, zoning and zoning-consideration that are in no edition.
create table grunnriss.draft (
  id         text primary key,              -- random, so that a draft cannot be guessed
  plan_id    text not null,
  created_at timestamptz not null default now(),
  report     jsonb not null default '{}'
);
create table grunnriss.draft_dataset (
  draft      text not null references grunnriss.draft on delete cascade,
  dataset_id bigint not null references grunnriss.dataset,
  primary key (draft, dataset_id)
);

-- A feature keeps its number as long as its source keeps its id.
create table grunnriss.identity (
  fid       bigint generated always as identity (maxvalue 9007199254740991) primary key,
  layer     text not null,
  part      text not null,
  source_id text not null,
  stable    boolean not null,               -- false: the source has no id; this one is a hash of geometry and properties
  unique (layer, part, source_id)
);

create table grunnriss.generalised (
  dataset_id bigint not null references grunnriss.dataset,
  fid        bigint not null,
  band       smallint not null,
  size       real not null,                 -- m² or m of the feature: what stays when a tile is full
  geom       geometry(Geometry, 3857) not null,
  primary key (dataset_id, band, fid)
);
create index on grunnriss.generalised using gist (geom);

create table grunnriss.piece (
  layer        text not null,
  dataset_id   bigint not null references grunnriss.dataset,
  fid          bigint not null,
  municipality text not null,               -- number; '' outside every municipality
  division     integer not null,
  geom         geometry(Polygon, {analysis_srid}) not null
);
create index on grunnriss.piece (dataset_id, division, municipality);
create index on grunnriss.piece using gist (geom);

-- Nothing disappears silently: what could not be loaded, and what was mended to be loaded.
create table grunnriss.rejected (
  dataset_id bigint not null references grunnriss.dataset,
  index      integer not null,              -- position in the source, from 0
  source_id  text,
  reason     text not null,                 -- a code of services/imports/reasons.ts
  detail     text not null,
  place      geometry(Point, {analysis_srid}),
  original   jsonb,
  primary key (dataset_id, index)
);
create table grunnriss.repaired (
  dataset_id     bigint not null references grunnriss.dataset,
  index          integer not null,
  fid            bigint not null,
  reason         text not null,             -- what was wrong with the geometry
  area_before_m2 double precision,
  area_after_m2  double precision,
  primary key (dataset_id, index)
);

create table grunnriss.run (
  id           bigint generated always as identity primary key,
  key          text not null,               -- SHA-256 of the canonical JSON of all that decides the answer
  kind         text not null,
  subject      text not null default '',    -- what the run is about (a plan id): its newer result replaces the older
  request      jsonb not null,              -- that canonical JSON
  state        text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress     double precision not null default 0 check (progress between 0 and 1),
  message      text not null default '',
  created_at   timestamptz not null default now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  lease_until  timestamptz,
  fence        integer not null default 0,  -- raised at every taking of the lease; only the latest holder may publish
  error        jsonb,
  result       jsonb
);
create index on grunnriss.run (key);
create unique index run_done_once on grunnriss.run (key) where state = 'done';
create unique index run_active_once on grunnriss.run (key) where state in ('queued', 'running');

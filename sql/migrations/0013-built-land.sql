-- Land near buildings, worked out once in squares of the analysis CRS: every conflict check asks what of its land is built.
-- A row of built_land is a set of datasets and a distance; its squares are worked out when somebody asks about land there.
create table grunnriss.built_land (
  id       bigint generated always as identity primary key,
  datasets bigint[] not null,              -- of the layers building, holiday-home and dwelling, ascending
  metres   double precision not null,      -- land so near a building is built
  kept     boolean not null,               -- false: of one check, which takes it away when it ends
  made_at  timestamptz not null default now()
);
create unique index on grunnriss.built_land (datasets, metres) where kept;

create table grunnriss.built_square (
  built_land bigint not null references grunnriss.built_land on delete cascade,
  x          integer not null,             -- number of the square from the origin of the CRS
  y          integer not null,
  geom       geometry(Geometry, {analysis_srid}),  -- null: nothing is built
  primary key (built_land, x, y)
);
create index on grunnriss.built_square using gist (geom);
alter table grunnriss.built_square alter column geom set storage external;

-- What is built on land, and around it within the squares that it lies on; null where nothing is. Its squares must have
-- been worked out. For overlays only: the squares' borders are left in it. They lie on the grid of all overlays, where they
-- fall together and are dropped; joining the squares first took five times as long as all else, for the same land.
create function grunnriss.built_on(store bigint, land geometry) returns geometry
  language sql stable strict parallel safe cost 10000
  return (
    select ST_CollectionExtract(ST_Collect(s.geom), 3)
    from grunnriss.built_square s
    where s.built_land = store and ST_Intersects(s.geom, land)
  );

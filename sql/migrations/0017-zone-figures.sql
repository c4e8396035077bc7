-- What accounts measured of a zone, kept: a new plan is measured where it lies, not with all zones of its municipality.
-- Reading any of it is safe at any time: a zone's key says all that decides its figures, and datasets never change.
create table grunnriss.zone_figures (
  municipality text not null,
  basis        text not null,              -- hash of the data that zones are measured on, plans left out, and of the parameters
  zone         text not null,              -- hash of the zone and of all that decides which land it has
  figures      jsonb not null,
  made_at      timestamptz not null default now(),
  primary key (municipality, basis, zone)
);

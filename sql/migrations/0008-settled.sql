-- Findings of the conflict check that somebody has settled (avklart). They hold through revisions of the plan, as long as
-- the finding lies on the same ground.
create table grunnriss.settled (
  plan_id    text not null,                -- as the plan register writes it, not the id of an upload
  rule       text not null,
  zone       text not null,                -- the zone's own id in the plan
  geometry   text not null,                -- SHA-256 of the finding's geometry, to a millimetre
  reason     text not null check (reason <> ''),
  name       text not null check (name <> ''),
  settled_at timestamptz not null default now(),
  primary key (plan_id, rule, zone, geometry)
);

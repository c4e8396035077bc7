-- Before the first migration: the schema and the list of migrations.
create schema grunnriss;
create table grunnriss.migration (
  number     integer primary key,
  name       text not null,
  applied_at timestamptz not null default now()
);

-- A number under which land near buildings is worked out. What nobody will ask about any more goes.
--   :datasets, :metres  of the layers of buildings, ascending; how near is built
--   :kept               for all who ask; else for one check
with left_over as (
  delete from grunnriss.built_land b
  where not b.kept and b.made_at < now() - interval '1 day'
    or exists (select from unnest(b.datasets) as d(id) where not exists (select from grunnriss.dataset where id = d.id))
)
insert into grunnriss.built_land (datasets, metres, kept)
values (:datasets::bigint[], :metres::float8, :kept::boolean)
on conflict (datasets, metres) where kept do update set metres = excluded.metres
returning id

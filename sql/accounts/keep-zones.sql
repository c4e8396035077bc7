-- Keep figures of zones. Those that rest on data of before go after a day: until then another may still ask by them.
--   :municipality, :basis, :zones, :figures
with left_over as (
  delete from grunnriss.zone_figures
  where municipality = :municipality::text and basis <> :basis::text and made_at < now() - interval '1 day'
)
insert into grunnriss.zone_figures (municipality, basis, zone, figures)
select :municipality::text, :basis::text, z.zone, z.figures
from unnest(:zones::text[], :figures::jsonb[]) as z(zone, figures)
on conflict do nothing

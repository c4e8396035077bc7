-- Figures of zones that were measured before.
--   :municipality, :basis, :zones
select zone, figures from grunnriss.zone_figures
where municipality = :municipality::text and basis = :basis::text and zone = any (:zones::text[])

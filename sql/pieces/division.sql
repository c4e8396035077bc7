-- The division by municipalities that pieces are cut by now: the current edition of `municipality`; 0 without one.
select coalesce(max(number), 0) as division from grunnriss.current_edition where layer = 'municipality'

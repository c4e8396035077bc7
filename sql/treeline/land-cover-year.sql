-- Datasets of the newest land cover, and those that name no year. :land_cover current datasets
with dated as (
  select l.dataset_id, max(l.year) as year from grunnriss.layer_land_cover l
  where l.dataset_id = any (:land_cover::bigint[]) group by l.dataset_id
)
select dataset_id as id from dated where year is null or year = (select max(year) from dated) order by id

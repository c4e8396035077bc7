-- The next features of a dataset that were not loaded, as they came; their places in the CRS of the source.
select r.index, r.source_id, r.reason, r.detail::jsonb as detail, r.original, ST_X(p.place) as x, ST_Y(p.place) as y
from grunnriss.rejected r
cross join lateral ST_Transform(r.place, :srid::integer) as p(place)
where r.dataset_id = :dataset and r.index > :after
order by r.index
limit :most

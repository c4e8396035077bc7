-- The number under which land near buildings is kept.
--   :datasets, :metres  of the layers of buildings, ascending; how near is built
select id from grunnriss.built_land where kept and datasets = :datasets::bigint[] and metres = :metres::float8

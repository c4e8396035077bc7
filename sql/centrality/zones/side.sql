-- Side of the cells of a map of coordination zones, metres; {table} is the layer's. :dataset of it
select round(st_xmax(l.geom) - st_xmin(l.geom))::float8 as side from grunnriss.{table} l where l.dataset_id = :dataset::bigint limit 1

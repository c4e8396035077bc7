-- Every dataset that readers see now.
select id, layer, part from grunnriss.current_dataset order by id

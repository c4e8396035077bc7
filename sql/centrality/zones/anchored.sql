-- Whether centrality stands on a scale with classes. :centrality current datasets of the layer
select coalesce(bool_or(class is not null), false) as anchored from grunnriss.layer_centrality
where dataset_id = any (:centrality::bigint[])

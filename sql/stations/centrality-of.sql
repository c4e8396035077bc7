-- Centrality of municipalities, where it was worked out.
--   :datasets  current datasets of the layer centrality-municipality
select l.number, l.index from grunnriss.layer_centrality_municipality l where l.dataset_id = any (:datasets::bigint[])

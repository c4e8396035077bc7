-- Years of the current population data, the newest first; a null year last. :population current datasets of the layer
select l.year from grunnriss.layer_population l
where l.dataset_id = any (:population::bigint[])
group by l.year
order by l.year desc nulls last

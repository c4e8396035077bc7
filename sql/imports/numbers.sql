-- The lowest and the highest number among the features of a dataset.
select min(fid) as lowest, max(fid) as highest from grunnriss.{table} where dataset_id = :dataset

-- The current dataset of a part, when it was made of the same file in the same way.
select id from grunnriss.current_dataset
where layer = :layer and part = :part and sha256 = :sha256 and report -> 'settings' = :settings::jsonb

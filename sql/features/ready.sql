-- Whether the database answers and has its tables.
select count(*) as layers from grunnriss.current_edition

-- Take away what was worked out for one check.
delete from grunnriss.built_land where id = :store and not kept

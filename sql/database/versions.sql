-- Versions of the database and of what it stands on.
select current_setting('server_version')                              as postgres,
       postgis_lib_version()                                          as postgis,
       split_part(postgis_geos_version(), '-', 1)                     as geos,
       split_part(postgis_proj_version(), ' ', 1)                     as proj,
       exists (select from pg_extension where extname = 'pgrouting')  as pgrouting

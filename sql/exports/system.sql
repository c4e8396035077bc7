-- The definition of a CRS as well-known text.
select srtext as definition from spatial_ref_sys where srid = :srid

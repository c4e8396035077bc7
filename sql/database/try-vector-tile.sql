-- Fails where PostGIS was built without protobuf.
select st_asmvt(tile) from (select st_asmvtgeom(st_makepoint(1, 1), st_makeenvelope(0, 0, 2, 2)) as geom) as tile

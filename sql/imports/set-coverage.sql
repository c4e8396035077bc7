-- Where a dataset's source has looked, as given: GeoJSON geometry in CRS :srid.
update grunnriss.dataset
set coverage = st_multi(st_collectionextract(st_makevalid(st_force2d(st_transform(
  st_setsrid(st_geomfromgeojson(:geometry::text), :srid::integer), grunnriss.analysis_srid()))), 3))
where id = :dataset
returning not st_isempty(coverage) as has_area

-- Where a dataset's source has looked: the land of the given GeoJSON geometry (:geometry, CRS :srid), parts that overlap
-- put together.
update grunnriss.dataset
set coverage = (
  select st_multi(grunnriss.united(array_agg(st_collectionextract(st_makevalid(part.geom, 'method=structure keepcollapsed=false'), 3))))
  from st_dump(st_force2d(st_transform(
    st_setsrid(st_geomfromgeojson(:geometry::text), :srid::integer), grunnriss.analysis_srid()))) as part
)
where id = :dataset
returning not st_isempty(coverage) as has_area

-- Lines of the analysis CRS (well-known binary) in EPSG:3857, in their order.
-- Edges longer than 2 km get vertices between, as in features.sql.
select ST_AsBinary(
  ST_Transform(ST_Segmentize(ST_GeomFromWKB(:lines::bytea, grunnriss.analysis_srid()), 2000), 3857), 'NDR'
) as lines

-- A box of one CRS as an area of the analysis CRS; its sides are parted first, so that they bend as they must.
select ST_AsBinary(ST_Transform(
  ST_Segmentize(ST_MakeEnvelope(:west, :south, :east, :north, :srid::integer),
                greatest(:east::float8 - :west::float8, :north::float8 - :south::float8) / 100),
  grunnriss.analysis_srid())) as area

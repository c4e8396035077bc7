-- Whether polygons are everywhere narrower than a width in metres, so that nothing is left when they are eroded by half
-- of it. A thousandth of the width is drawing: a strip of 1.999 m counts as 2 m wide. True for no polygons.
--
-- A point that lies farther than half the width from every border settles it. Most polygons have one halfway up, and it
-- costs less than a buffer, which can fail inside GEOS at ragged borders and takes the statement with it.
create or replace function grunnriss.is_narrower(g geometry, width double precision) returns boolean
  language sql immutable strict parallel safe cost 1000
  return case
    when GeometryType(g) like '%POLYGON' and ST_Distance(ST_PointOnSurface(g), ST_Boundary(g)) > 0.4995 * width then false
    else ST_IsEmpty(ST_Buffer(g, -0.4995 * width))
  end;

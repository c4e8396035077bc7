-- Parts of a polygon that are narrower than a width in metres, by morphological opening: what is left of it when it is
-- eroded and dilated by half of the width. All of it where nothing survives the erosion; else only tails, more than ten
-- times as long as the width is: an opening also takes the tips of corners, which are no drawing noise. Empty for none.
-- A thousandth of the width is drawing: a strip of 1.999 m counts as 2 m wide.
create function grunnriss.narrow_parts(g geometry, width double precision) returns geometry
  language plpgsql immutable strict parallel safe cost 5000 as $$
declare
  core geometry;
begin
  if ST_Area(g) > 0 and width > 0 then
    core := ST_Buffer(g, -0.4995 * width);
    if ST_IsEmpty(core) then
      return g;
    end if;
    return coalesce((
      select ST_Collect(tail.geom)
      from ST_Dump(grunnriss.difference(g, ST_Buffer(core, 0.51 * width))) tail
      where ST_Perimeter(tail.geom) > 20 * width
    ), ST_GeomFromText('POLYGON EMPTY', ST_SRID(g)));
  end if;
  return ST_GeomFromText('POLYGON EMPTY', ST_SRID(g));
end $$;

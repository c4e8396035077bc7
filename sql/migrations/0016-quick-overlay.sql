-- Overlays in floating point, which take a third of the time of those on the grid (0004-overlay.sql), for areas that nothing
-- has to close on to the last digit. Where floating point fails, as it may on the embedded database, the grid tells.

-- The union of polygons; null for none.
create function grunnriss.joined(parts geometry[]) returns geometry
  language plpgsql immutable strict parallel safe cost 5000 as $$
begin
  return ST_CollectionExtract(ST_UnaryUnion(ST_Collect(parts)), 3);
exception when internal_error then
  return grunnriss.united(parts);
end $$;

-- What land has and the other has not; all of it where the other is null.
create function grunnriss.without(land geometry, taken geometry) returns geometry
  language plpgsql immutable parallel safe cost 1000 as $$
begin
  if taken is null or not land && taken then
    return land;
  end if;
  return ST_CollectionExtract(ST_Difference(land, taken), 3);
exception when internal_error then
  return grunnriss.difference(land, taken);
end $$;

-- What polygons share; empty when they share no ground.
create function grunnriss.shared(a geometry, b geometry) returns geometry
  language plpgsql immutable strict parallel safe cost 1000 as $$
begin
  return ST_CollectionExtract(ST_Intersection(a, b), 3);
exception when internal_error then
  return grunnriss.intersection(a, b);
end $$;

/**
 * New buildings by cell, as far as they are known: NaN where none is known to be new and some have no year. Pure.
 * @param fresh buildings that are known to be new
 * @returns null where there are buildings and none has a year: nothing is known then
 */
export function newBuildings(buildings: Float64Array, fresh: Float64Array, undated: Float64Array): Float64Array | null {
  const isBuilt = buildings.some((count) => count > 0);
  if (isBuilt && buildings.every((count, at) => count === undated[at])) return null;
  return fresh.map((count, at) => (count === 0 && undated[at] > 0 ? NaN : count));
}

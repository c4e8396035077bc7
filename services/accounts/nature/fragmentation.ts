import { sum } from '../extent/tallies.ts';
import type { Fragmentation } from './nature-account.ts';

/**
 * How contiguous nature is parted.
 * @param patches m² of each, inside the area
 * @param area m² of the area that they lie in
 */
export function fragmentationOf(patches: readonly number[], area: number): Fragmentation {
  return {
    patches: patches.length,
    area_m2: sum(patches),
    largest_m2: Math.max(0, ...patches),
    effective_mesh_m2: area > 0 ? sum(patches.map((patch) => patch * patch)) / area : 0,
  };
}

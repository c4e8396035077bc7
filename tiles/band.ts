import type { Layer } from '../layers/declaration/layer.ts';
import { bandsOf } from '../services/imports/bands.ts';

/** The band with the most detail that a layer has. */
export function finestBand(layer: Layer): number {
  const last = bandsOf(layer).at(-1);
  if (!last) throw new Error(`The layer '${layer.id}' has no band of generalised geometry.`);
  return last.band;
}

/** The band of generalised geometry that a layer is drawn from at a zoom; past its last zoom, the finest. */
export const bandAt = (layer: Layer, z: number): number =>
  bandsOf(layer).find(({ zooms }) => z <= zooms[1])?.band ?? finestBand(layer);

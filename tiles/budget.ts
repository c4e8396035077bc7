import type { Layer } from '../layers/declaration/layer.ts';

/**
 * How much of one layer goes into one tile when the layer keeps its largest features (`tiles.keepLargest`): at most
 * this many features, and no more than this many bytes, reckoned before compression by what a feature and a vertex
 * take in a tile. Other layers are never thinned.
 */
export const budget = { features: 20_000, bytes: 750_000, bytesPerFeature: 30, bytesPerVertex: 3 } as const;

/** A layer's share of the budget; null where there is no limit. */
export const limitsOf = (layer: Layer): { features: number | null; bytes: number | null } =>
  layer.tiles.keepLargest ? { features: budget.features, bytes: budget.bytes } : { features: null, bytes: null };

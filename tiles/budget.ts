import type { Layer } from '../layers/declaration/layer.ts';

/** How much of one layer goes into one tile when the layer keeps its largest features. */
export interface Budget {
  features: number;
  /** Before compression, reckoned by what a feature and a vertex take in a tile. */
  bytes: number;
}

/** Layers without `tiles.keepLargest` are never thinned; the others get so much of a tile, and say what they left out. */
export const fullTile: Budget = { features: 20_000, bytes: 750_000 };

/** About what a feature's number and properties, and a step from vertex to vertex, take in a tile. */
export const bytesPer = { feature: 30, vertex: 3 } as const;

/** A layer's share of the budget; null where there is no limit. */
export const limitsOf = (layer: Layer, budget: Budget): { features: number | null; bytes: number | null } =>
  layer.tiles.keepLargest ? budget : { features: null, bytes: null };

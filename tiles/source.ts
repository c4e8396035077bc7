import type { Layer } from '../layers/declaration/layer.ts';
import type { TileAddress } from './grid/tile-matrix-set.ts';

/** A layer of a tile, and which datasets of it are drawn: of one edition, of one run, of one draft. */
export interface TileLayer {
  layer: Layer;
  datasets: readonly number[];
  /** Datasets lie one on the other, the first lowest. Otherwise they lie side by side and large features lie lowest. */
  stacked?: boolean;
}

/** What did not fit in a full tile of a layer that keeps its largest features. */
export interface Dropped {
  layer: string;
  kept: number;
  dropped: number;
}

export interface MadeTile {
  /** Mapbox Vector Tile 2.1, not compressed; empty when no layer has anything here. */
  bytes: Uint8Array;
  dropped: Dropped[];
}

/**
 * Makes vector tiles out of the generalised geometry: extent 4096, buffer 64, feature id = `fid`, a property per field
 * that has a value (text, integer, double, boolean; dates as ISO text).
 */
export interface TileSource {
  /** One tile with the layers in the order given; a layer is absent below its first zoom and where it has nothing. */
  tile(layers: readonly TileLayer[], address: TileAddress): Promise<MadeTile>;
}

/** Whether a layer is drawn at a zoom; past its last zoom it still is, because another layer's tiles may go deeper. */
export const isDrawn = ({ layer }: TileLayer, z: number): boolean => z >= layer.tiles.zooms[0];

/** [west, south, east, north] in the units of a tile matrix set's CRS. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Which tile: zoom level, column from the west, row from the north. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** Tile coordinates per side of every tile, in every grid. */
export const extent = 4096;

/** How far a tile reaches over its edges, in tile coordinates, so that outlines and symbols there are whole. */
export const buffer = 64;

/** A tile matrix set: how the plane is cut in tiles at every zoom. One file per set; pure maths. */
export interface TileMatrixSet {
  id: string;
  /** Identifier of the OGC registry. */
  uri: string;
  srid: number;
  /** Deepest zoom that is served. */
  maxZoom: number;
  /** Whether there is such a tile: whole numbers, inside the grid. */
  has(tile: TileAddress): boolean;
  /**
   * Where a tile lies.
   * @param margin how much to add on every side, in tile coordinates (of `extent`)
   */
  bounds(tile: TileAddress, margin?: number): Box;
}

import type { Layer } from '../../layers/declaration/layer.ts';

/** Zoom levels that share one generalised geometry per feature. */
export interface Band {
  /** Its number: the highest zoom it is drawn at (the last one is drawn beyond, too). */
  band: number;
  zooms: readonly [min: number, max: number];
  /** What may be left out, in metres of EPSG:3857; 0 keeps every vertex. */
  tolerance_m: number;
}

/** Width of the world in EPSG:3857 and of a tile on the screen: MapLibre draws vector tiles 512 pixels wide. */
const world_m = 40_075_016.685578488;
const tilePixels = 512;

/** Half a pixel at a zoom: what is moved less than that cannot be seen there. */
const halfPixel = (zoom: number): number => world_m / 2 ** zoom / tilePixels / 2;

/**
 * The bands, from far to near. Two zooms share one, so that it is at most four times finer than its lowest zoom needs
 * and a feature is stored five times, not fifteen. Zoom 14 keeps everything: clients draw higher zooms from it.
 */
export const bands: readonly Band[] = [
  { band: 7, zooms: [0, 7], tolerance_m: halfPixel(7) },
  { band: 9, zooms: [8, 9], tolerance_m: halfPixel(9) },
  { band: 11, zooms: [10, 11], tolerance_m: halfPixel(11) },
  { band: 13, zooms: [12, 13], tolerance_m: halfPixel(13) },
  { band: 14, zooms: [14, 24], tolerance_m: 0 },
];

/** The bands that a layer is drawn in. */
export function bandsOf(layer: Layer): Band[] {
  const [min, max] = layer.tiles.zooms;
  return bands.filter(({ zooms }) => zooms[1] >= min && zooms[0] <= max);
}

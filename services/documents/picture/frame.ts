import { pictureHeight, pictureWidth } from './picture.ts';

/** Land that a picture shows. Analysis CRS, metres. */
export interface Frame {
  west: number;
  north: number;
  east: number;
  south: number;
  /** Units of the picture per metre. */
  scale: number;
}

/** Metres that are shown at least, so that a small zone is seen among its neighbours. */
const leastWidth = 600;

/** The frame around a box, with a margin as a part of it, in the shape of a picture. */
export function frameAround({ west, south, east, north }: Omit<Frame, 'scale'>, margin: number): Frame {
  const width = Math.max((east - west) * (1 + 2 * margin), leastWidth);
  const height = (north - south) * (1 + 2 * margin);
  const scale = Math.min(pictureWidth / width, pictureHeight / Math.max(height, 1));
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const [halfWidth, halfHeight] = [pictureWidth / scale / 2, pictureHeight / scale / 2];
  return { west: x - halfWidth, east: x + halfWidth, south: y - halfHeight, north: y + halfHeight, scale };
}

/** A round length for the scale bar, metres, and how long it is in the picture. */
export function scaleBar({ scale }: Frame): { metres: number; units: number } {
  const most = pictureWidth / 4 / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, units: metres * scale };
}

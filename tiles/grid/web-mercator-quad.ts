import { extent, type Box, type TileAddress, type TileMatrixSet } from './tile-matrix-set.ts';

/** Half the side of the world square of EPSG:3857 in metres: π times the radius of its sphere. */
const halfWorld = Math.PI * 6_378_137;

/** Tiles per side at a zoom. */
const side = (z: number): number => 2 ** z;

const maxZoom = 22;

const inRange = (value: number, end: number): boolean => Number.isInteger(value) && value >= 0 && value < end;

/** WebMercatorQuad of OGC 17-083r4, annex D.1: the grid of web maps. */
export const webMercatorQuad: TileMatrixSet = {
  id: 'WebMercatorQuad',
  uri: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
  srid: 3857,
  maxZoom,
  has: ({ z, x, y }) => inRange(z, maxZoom + 1) && inRange(x, side(z)) && inRange(y, side(z)),
  bounds({ z, x, y }, margin = 0) {
    const size = (2 * halfWorld) / side(z);
    const more = (size * margin) / extent;
    const west = x * size - halfWorld;
    const north = halfWorld - y * size;
    return [west - more, north - size - more, west + size + more, north + more];
  },
};

/** Degrees of longitude and latitude of a point of EPSG:3857. */
export function lonLat(x: number, y: number): [lon: number, lat: number] {
  return [(x / halfWorld) * 180, (Math.atan(Math.sinh((y / halfWorld) * Math.PI)) * 180) / Math.PI];
}

/** The point of EPSG:3857 at degrees of longitude and latitude. */
export function mercator(lon: number, lat: number): [x: number, y: number] {
  return [(lon / 180) * halfWorld, (Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) * halfWorld];
}

/** The tile that holds a point given in degrees. */
export function tileAt(lon: number, lat: number, z: number): TileAddress {
  const [x, y] = mercator(lon, lat);
  const size = (2 * halfWorld) / side(z);
  const within = (value: number) => Math.min(side(z) - 1, Math.max(0, Math.floor(value)));
  return { z, x: within((x + halfWorld) / size), y: within((halfWorld - y) / size) };
}

/** Bounds in degrees of a box of EPSG:3857; exact, because both axes are monotone and apart. */
export function degrees(box: Box): Box {
  return [...lonLat(box[0], box[1]), ...lonLat(box[2], box[3])];
}

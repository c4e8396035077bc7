import type { Geometry, Position } from 'geojson';

/** The shapes that stored features have. */
type Shape = Exclude<Geometry, { type: 'GeometryCollection' }>;

/**
 * Read a two-dimensional geometry of OGC 06-103r4 §8 (well-known binary, little endian, as PostGIS on the machines
 * that run it writes it).
 * @param project applied to every point
 * @throws Error for collections, and for anything that is not two-dimensional
 */
export function readWellKnownBinary(bytes: Buffer, project: (x: number, y: number) => Position): Shape {
  let at = 0;
  const count = () => {
    at += 4;
    return bytes.readUInt32LE(at - 4);
  };
  const point = (): Position => {
    at += 16;
    return project(bytes.readDoubleLE(at - 16), bytes.readDoubleLE(at - 8));
  };
  const list = <T>(read: () => T): T[] => Array.from({ length: count() }, read);
  const line = () => list(point);
  const rings = () => list(line);
  const type = () => {
    if (bytes.readUInt8(at) !== 1) throw new Error('The geometry is not little endian.');
    at += 5;
    return bytes.readUInt32LE(at - 4);
  };
  const part =
    <T>(read: () => T) =>
    (): T => {
      type();
      return read();
    };
  const code = type();
  switch (code) {
    case 1:
      return { type: 'Point', coordinates: point() };
    case 2:
      return { type: 'LineString', coordinates: line() };
    case 3:
      return { type: 'Polygon', coordinates: rings() };
    case 4:
      return { type: 'MultiPoint', coordinates: list(part(point)) };
    case 5:
      return { type: 'MultiLineString', coordinates: list(part(line)) };
    case 6:
      return { type: 'MultiPolygon', coordinates: list(part(rings)) };
    default:
      throw new Error(`Geometry type ${code} of well-known binary is not drawn.`);
  }
}

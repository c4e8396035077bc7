import type { Box } from '../plan/box.ts';

/** Well-known binary of a part of another geometry, rather than coordinates. */
const [point, lineString, polygon] = [1, 2, 3];

/** The box around plane geometries of the database, well-known binary; turned inside out where there are none. Pure. */
export function extentOf(geoms: readonly Buffer[]): Box {
  const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const geom of geoms) widen(box, geom, 0);
  return box;
}

/** @returns where the geometry ends */
function widen(box: Box, geom: Buffer, start: number): number {
  const isLittle = geom[start] === 1;
  const count = (at: number) => (isLittle ? geom.readUInt32LE(at) : geom.readUInt32BE(at));
  const number = (at: number) => (isLittle ? geom.readDoubleLE(at) : geom.readDoubleBE(at));
  const positions = (from: number, many: number): number => {
    for (let at = from; at < from + many * 16; at += 16) {
      const [x, y] = [number(at), number(at + 8)];
      if (x < box.west) box.west = x;
      if (x > box.east) box.east = x;
      if (y < box.south) box.south = y;
      if (y > box.north) box.north = y;
    }
    return from + many * 16;
  };
  const type = count(start + 1);
  let at = start + 5;
  if (type === point) return positions(at, 1);
  const parts = count(at);
  at += 4;
  if (type === lineString) return positions(at, parts);
  for (let part = 0; part < parts; part += 1)
    at = type === polygon ? positions(at + 4, count(at)) : widen(box, geom, at);
  return at;
}

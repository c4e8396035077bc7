import type { Box } from '../plan/box.ts';

/** Well-known binary of a part of another geometry, rather than coordinates. */
const [point, lineString, polygon] = [1, 2, 3];

const known = new WeakMap<Buffer, Box>();

/** The box around plane geometries of the database, well-known binary; turned inside out where there are none. */
export function extentOf(geoms: readonly Buffer[]): Box {
  const box = nothing();
  for (const geom of geoms) {
    const { west, south, east, north } = boxOf(geom);
    if (west < box.west) box.west = west;
    if (south < box.south) box.south = south;
    if (east > box.east) box.east = east;
    if (north > box.north) box.north = north;
  }
  return box;
}

const nothing = (): Box => ({ west: Infinity, south: Infinity, east: -Infinity, north: -Infinity });

/** Kept with the geometry: every rule asks for the same land. */
function boxOf(geom: Buffer): Box {
  const found = known.get(geom);
  if (found) return found;
  const box = nothing();
  widen(box, new DataView(geom.buffer, geom.byteOffset, geom.byteLength), 0);
  known.set(geom, box);
  return box;
}

/** @returns where the geometry ends */
function widen(box: Box, view: DataView, start: number): number {
  const isLittle = view.getUint8(start) === 1;
  const type = view.getUint32(start + 1, isLittle);
  let at = start + 5;
  if (type === point) return widenBy(box, view, at, 1, isLittle);
  const parts = view.getUint32(at, isLittle);
  at += 4;
  if (type === lineString) return widenBy(box, view, at, parts, isLittle);
  for (let part = 0; part < parts; part += 1)
    at = type === polygon ? widenBy(box, view, at + 4, view.getUint32(at, isLittle), isLittle) : widen(box, view, at);
  return at;
}

/** @returns where the positions end */
function widenBy(box: Box, view: DataView, from: number, positions: number, isLittle: boolean): number {
  const end = from + positions * 16;
  for (let at = from; at < end; at += 16) {
    const [x, y] = [view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle)];
    if (x < box.west) box.west = x;
    if (x > box.east) box.east = x;
    if (y < box.south) box.south = y;
    if (y > box.north) box.north = y;
  }
  return end;
}

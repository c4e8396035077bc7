import type { Feature } from 'geojson';
import type { Collection } from './answers.ts';

/** West, south, east, north in degrees (EPSG:4326). */
export type Bounds = [west: number, south: number, east: number, north: number];

/** The bounds of any number of bounds; null of none. */
function joined(all: (Bounds | null)[]): Bounds | null {
  return all.reduce((a, b) => {
    if (!a || !b) return a ?? b;
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
  }, null);
}

/** The area the map is about: the municipalities, or all there is where they are not loaded. */
export function homeOf(collections: Collection[]): Bounds | null {
  const municipalities = collections.find(({ id }) => id === 'municipality')?.bbox ?? null;
  return municipalities ?? joined(collections.map(({ bbox }) => bbox));
}

/** The bounds of features; null when they have no coordinates. */
export function boundsOf(features: Feature[]): Bounds | null {
  return joined(
    features.flatMap(({ geometry }) =>
      'coordinates' in geometry ? positions(geometry.coordinates).map(([x, y]): Bounds => [x, y, x, y]) : [],
    ),
  );
}

function positions(nested: unknown): [number, number][] {
  if (!Array.isArray(nested)) return [];
  if (typeof nested[0] === 'number') return [nested as [number, number]];
  return nested.flatMap(positions);
}

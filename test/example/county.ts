import type { Polygon, Position } from 'geojson';
import { exampleCounty, type ExampleCounty } from '../../services/example/county.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import type { Area } from '../../services/example/rings.ts';

/** The county that most suites look at, and the last of the others. */
const made = new Map<'usual' | 'other', { key: string; county: ExampleCounty }>();

/**
 * The county of a seed and scale, made when it is asked for: never while test files are loaded, which every process of
 * the tests does, whichever tests it then runs.
 */
export function county(scale = 0.02, seed = 1): ExampleCounty {
  const key = `${scale}:${seed}`;
  const place = key === '0.02:1' ? 'usual' : 'other';
  const known = made.get(place);
  if (known?.key === key) return known.county;
  const county = exampleCounty({ seed, scale });
  made.set(place, { key, county });
  return county;
}

/** Features of all parts of a layer, or of one. */
export function featuresOf({ layers }: ExampleCounty, layer: string, part?: string): SourceFeature[] {
  const found = layers.filter((each) => each.layer === layer && (part === undefined || each.part === part));
  if (found.length === 0) throw new Error(`The example county has no '${layer}' ${part ?? ''}.`);
  return found.flatMap(({ features }) => [...features]);
}

export function areaOf({ geometry }: { geometry: SourceFeature['geometry'] }): Area {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') return geometry;
  throw new Error(`An area was expected, not ${geometry?.type}.`);
}

export const polygonsOf = (area: Area): Polygon['coordinates'][] =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates;

export const ringsOf = (area: Area): Position[][] => polygonsOf(area).flat();

/** Planar area by the shoelace formula about the first corner; holes are taken off whichever way they run. */
export function planar(area: Area): number {
  return polygonsOf(area).reduce((sum, [outer, ...holes]) => {
    const without = holes.reduce((rest, hole) => rest + Math.abs(shoelace(hole)), 0);
    return sum + Math.abs(shoelace(outer)) - without;
  }, 0);
}

function shoelace(ring: Position[]): number {
  const [[ox, oy]] = ring;
  let double = 0;
  for (let i = 1; i < ring.length; i++)
    double += (ring[i - 1][0] - ox) * (ring[i][1] - oy) - (ring[i][0] - ox) * (ring[i - 1][1] - oy);
  return double / 2;
}

/** Whether a point lies in an area (even-odd over all rings). */
export function covers(area: Area, [x, y]: Position): boolean {
  let inside = false;
  for (const ring of ringsOf(area))
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1];
      const [bx, by] = ring[i];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

/** Metres from a point to the nearest border of an area. */
export function distanceToBorder(area: Area, [x, y]: Position): number {
  let nearest = Infinity;
  for (const ring of ringsOf(area))
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1];
      const [dx, dy] = [ring[i][0] - ax, ring[i][1] - ay];
      const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      nearest = Math.min(nearest, Math.hypot(x - ax - share * dx, y - ay - share * dy));
    }
  return nearest;
}

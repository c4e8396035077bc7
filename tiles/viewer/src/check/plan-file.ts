import type { FeatureCollection, Geometry, GeoJsonProperties, Position as Coordinates } from 'geojson';
import type { Position } from '../crs.ts';
import { toDegrees } from '../crs.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';

/** A plan as GeoJSON; an old-style `crs` member goes along to the service, which reprojects. */
export type Plan = FeatureCollection<Geometry | null, GeoJsonProperties> & {
  crs?: { type?: string; properties?: { name?: string } };
};

/** A file that is no plan; the message tells the reader why and what to do. */
export class UnreadablePlan extends Error {}

/** Read a plan file's text. Whether its zones are right is for the service to say; here only that it is GeoJSON. */
export function readPlan(name: string, text: string, texts: Texts): Plan {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadablePlan(fill(texts.notJson, { file: name, reason: (error as Error).message }));
  }
  if (!isCollection(parsed)) throw new UnreadablePlan(fill(texts.notCollection, { file: name }));
  if (parsed.features.length === 0) throw new UnreadablePlan(fill(texts.emptyPlan, { file: name }));
  return parsed;
}

/**
 * The plan in degrees (EPSG:4326), to be drawn; null when the map does not know its coordinate system.
 * Features without geometry and with broken coordinates are left out: the service's answer names them.
 */
export function inDegrees(plan: Plan): FeatureCollection | null {
  const transform = toDegrees(epsgOf(plan));
  if (!transform) return null;
  const features = plan.features.flatMap((feature) => {
    const geometry = feature.geometry && transformed(feature.geometry, transform);
    return geometry ? [{ ...feature, geometry }] : [];
  });
  return { type: 'FeatureCollection', features };
}

function epsgOf({ crs }: Plan): number {
  const name = crs?.properties?.name ?? '';
  if (name === '' || /CRS:?84$/i.test(name)) return 4326;
  return Number(/(\d+)$/.exec(name)?.[1] ?? NaN);
}

function isCollection(value: unknown): value is Plan {
  const candidate = value as Partial<Plan> | null;
  return candidate?.type === 'FeatureCollection' && Array.isArray(candidate.features);
}

function transformed(geometry: Geometry, transform: (position: Position) => Position): Geometry | null {
  if (geometry.type === 'GeometryCollection') return null;
  try {
    const coordinates = deep(geometry.coordinates, transform);
    return { ...geometry, coordinates } as Geometry;
  } catch {
    return null;
  }
}

type Nested = Coordinates | Nested[];

function deep(nested: Nested, transform: (position: Position) => Position): Nested {
  const [x, y] = nested;
  if (typeof x === 'number' && typeof y === 'number') return transform([x, y]);
  return (nested as Nested[]).map((part) => deep(part, transform));
}

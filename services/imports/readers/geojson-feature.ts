import type { Geometry } from 'geojson';
import type { SourceFeature } from '../source-feature.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Numbers that JSON does not have but some programs write. As text they are still no coordinates. */
const notNumbers = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/**
 * A Feature out of its bytes. What is wrong with it is said in `unreadable` (a code, a colon, the details): one broken
 * feature does not hold up the others.
 */
export function featureOf(text: Buffer, index: number): SourceFeature {
  let decoded: string;
  try {
    decoded = decoder.decode(text);
  } catch {
    return broken(index, 'encoding');
  }
  try {
    return featureFrom(parseLeniently(decoded), index);
  } catch (error) {
    return broken(index, 'json', (error as Error).message);
  }
}

function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = text.replace(notNumbers, (found) => (found.startsWith('"') ? found : `"${found}"`));
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}

/** A Feature out of a value. */
export function featureFrom(value: unknown, index: number): SourceFeature {
  if (!isObject(value) || value['type'] !== 'Feature') return broken(index, 'not-a-feature');
  const { id, properties, geometry } = value;
  const feature: SourceFeature = { index, properties: isObject(properties) ? properties : {}, geometry: null };
  if (typeof id === 'string' || typeof id === 'number') feature.id = String(id);
  if (geometry === null || geometry === undefined) return feature;
  if (!isObject(geometry) || typeof geometry['type'] !== 'string') return { ...feature, unreadable: 'geometry' };
  feature.geometry = geometry as unknown as Geometry;
  return feature;
}

export const broken = (index: number, code: string, detail?: string): SourceFeature => ({
  index,
  properties: {},
  geometry: null,
  unreadable: detail === undefined ? code : `${code}: ${detail}`,
});

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

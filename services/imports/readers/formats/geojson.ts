import { epsgOf } from '../../crs.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { chunksOf } from '../bytes.ts';
import { broken, featureFrom, featureOf, isObject } from '../geojson-feature.ts';
import { JsonScanner, type Item } from '../json-scanner.ts';
import type { Format, Source } from '../reader.ts';
import { UnreadableFile } from '../unreadable.ts';

const geometryTypes = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'];

/** A whole object in a line, and another in the next. */
const sequence = /^\{.*\}\s*\n\s*\{/;

/**
 * GeoJSON of RFC 7946 (degrees, EPSG:4326), and of 2008 with a `crs` member. Read as a stream, twice: once for what
 * stands around the features (`crs` may come last), once for the features.
 */
export const geojson: Format = {
  id: 'geojson',
  title: { nb: 'GeoJSON', en: 'GeoJSON' },
  endings: ['.geojson', '.json'],
  recognises(start) {
    const text = start.toString('latin1').trimStart();
    return text.startsWith('{') && !sequence.test(text);
  },
  async open(path, options): Promise<Source> {
    const { members, count } = await survey(path);
    const type = members['type'];
    if ('spatialReference' in members && 'geometryType' in members) throw new UnreadableFile('esri-json', {});
    if (type === 'Topology') throw new UnreadableFile('topojson', {});
    const crs = options.crs ?? crsOfMember(members['crs']);
    const { name, metadata } = members;
    const about = {
      crs,
      hasGeometry: true,
      collection: typeof name === 'string' ? name : null,
      metadata: isObject(metadata) ? metadata : {},
    };
    if (type === 'FeatureCollection') return { ...about, count, features: featuresIn(path) };
    const single = type === 'Feature' ? members : geometryTypes.includes(String(type)) && asFeature(members);
    if (!single) throw new UnreadableFile('not-features', { type: typeof type === 'string' ? type : '–' });
    return { ...about, count: 1, features: only(featureFrom(single, 0)) };
  },
};

const asFeature = (geometry: Record<string, unknown>) => ({ type: 'Feature', properties: {}, geometry });

/** The members of the document beside its features, and how many features there are. */
async function survey(path: string): Promise<{ members: Record<string, unknown>; count: number }> {
  const texts: string[] = [];
  const scanner = new JsonScanner('features', { member: (text) => texts.push(text.toString('utf8')) });
  for await (const chunk of chunksOf(path)) scanner.feed(chunk);
  scanner.end();
  try {
    return { members: JSON.parse(`{${texts.join(',')}}`) as Record<string, unknown>, count: scanner.items };
  } catch (error) {
    throw new UnreadableFile('not-json', { what: (error as Error).message, line: 1, byte: 0 });
  }
}

async function* featuresIn(path: string): AsyncGenerator<SourceFeature> {
  let found: Item[] = [];
  const scanner = new JsonScanner('features', { item: (item) => found.push(item) });
  let index = 0;
  for await (const chunk of chunksOf(path)) {
    scanner.feed(chunk);
    for (const { text, tooMuch } of found) {
      yield text ? featureOf(text, index) : broken(index, tooMuch ?? 'json');
      index += 1;
    }
    found = [];
  }
  scanner.end();
}

async function* only(feature: SourceFeature): AsyncGenerator<SourceFeature> {
  yield await Promise.resolve(feature);
}

/**
 * EPSG number of a `crs` member: `{type: "name", properties: {name: "urn:ogc:def:crs:EPSG::25832"}}`,
 * `{type: "EPSG", properties: {code: 25832}}` or a plain name; 4326 when there is none.
 */
export function crsOfMember(member: unknown): number {
  if (member === null || member === undefined) return 4326;
  if (typeof member === 'string' || typeof member === 'number') return epsgOf(String(member));
  const properties = isObject(member) && isObject(member['properties']) ? member['properties'] : {};
  const name = properties['name'] ?? properties['code'];
  if (typeof name !== 'string' && typeof name !== 'number')
    throw new UnreadableFile('crs-unclear', { what: JSON.stringify(member) });
  return epsgOf(String(name));
}

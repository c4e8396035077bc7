import type { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { crsOf, epsgOf } from '../../crs.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { FlatGeobufFile } from '../flatgeobuf/frames.ts';
import { BadFlatGeobuf, geometryOf } from '../flatgeobuf/geometry.ts';
import { broken } from '../geojson-feature.ts';
import type { Format, Source } from '../reader.ts';
import { UnreadableFile } from '../unreadable.ts';

/** FlatGeobuf 3: binary, one layer, read as a stream. */
export const flatgeobuf: Format = {
  id: 'flatgeobuf',
  title: { nb: 'FlatGeobuf', en: 'FlatGeobuf' },
  endings: ['.fgb'],
  recognises: (start) => start.subarray(0, 3).toString('latin1') === 'fgb' && start[3] === 3,
  async open(path, options): Promise<Source> {
    const file = await FlatGeobufFile.open(path);
    await file.close();
    const { header } = file;
    const crs = options.crs ?? crsIn(header);
    if (crs === null) throw new UnreadableFile('crs-missing', { columns: header.title ?? 'FlatGeobuf' });
    return {
      crs,
      features: featuresIn(path, crsOf(crs).unit),
      count: header.featuresCount > 0 ? header.featuresCount : null,
      hasGeometry: true,
      collection: header.title === '' ? null : header.title,
      metadata: {},
    };
  },
};

function crsIn({ crs }: HeaderMeta): number | null {
  if (!crs || crs.code === 0) return null;
  return epsgOf(`EPSG:${crs.code}`);
}

async function* featuresIn(path: string, unit: 'metre' | 'degree'): AsyncGenerator<SourceFeature> {
  const file = await FlatGeobufFile.open(path);
  let index = 0;
  try {
    for await (const feature of file.features()) {
      yield feature ? featureOf(feature, index, file.header, unit) : broken(index, 'too-large');
      index += 1;
    }
  } finally {
    await file.close();
  }
}

function featureOf(feature: Feature, index: number, header: HeaderMeta, unit: 'metre' | 'degree'): SourceFeature {
  try {
    const properties = plain(parseProperties(feature, header.columns));
    const flat = feature.geometry();
    return { index, properties, geometry: flat && geometryOf(flat, header.geometryType, unit) };
  } catch (error) {
    return broken(index, ...(error instanceof BadFlatGeobuf ? ([error.message] as const) : (['flatgeobuf'] as const)));
  }
}

/** Long integers that a number can hold become one; bytes are left out. */
function plain(properties: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(properties).filter(([, value]) => !(value instanceof Uint8Array));
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'bigint' ? longOf(value) : value]));
}

const longOf = (value: bigint): number | string =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);

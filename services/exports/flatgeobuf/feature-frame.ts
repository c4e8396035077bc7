import { Builder } from 'flatbuffers';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { buildGeometry, type IParsedGeometry } from 'flatgeobuf/lib/mjs/generic/geometry.js';
import type { Position } from 'geojson';
import { fromWkb } from '../../imports/wkb-reader.ts';
import type { Loadable } from '../../imports/wkb.ts';
import type { Column } from '../columns.ts';
import type { ExportFeature } from '../export-format.ts';
import { columnTypes } from './header-frame.ts';

/**
 * A feature with its length before it. The library's own writer cannot leave the geometry out, as features of figures
 * do, so only its geometry is taken from there.
 */
export function featureFrame({ properties, wkb }: ExportFeature, columns: readonly Column[]): Uint8Array {
  const builder = new Builder(1024 + 2 * (wkb?.length ?? 0));
  const values = Feature.createPropertiesVector(builder, encoded(properties, columns));
  const geometry = wkb && buildGeometry(builder, parsed(fromWkb(wkb) as Loadable));
  Feature.startFeature(builder);
  if (geometry !== null) Feature.addGeometry(builder, geometry);
  Feature.addProperties(builder, values);
  builder.finishSizePrefixed(Feature.endFeature(builder));
  return builder.asUint8Array();
}

/** Properties as the format lays them out: the column's number (two bytes), then its value; nulls are left out. */
function encoded(properties: Record<string, unknown>, columns: readonly Column[]): Uint8Array {
  const parts: Buffer[] = [];
  columns.forEach(({ name, kind }, column) => {
    const value = properties[name];
    if (value === null || value === undefined) return;
    const number = Buffer.alloc(2);
    number.writeUInt16LE(column);
    parts.push(number, valueOf(value, columnTypes[kind]));
  });
  return Buffer.concat(parts);
}

function valueOf(value: unknown, type: ColumnType): Buffer {
  if (type === ColumnType.Bool) return Buffer.from([value === true ? 1 : 0]);
  if (type !== ColumnType.Long && type !== ColumnType.Double)
    return sized(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
  const bytes = Buffer.alloc(8);
  if (type === ColumnType.Long) bytes.writeBigInt64LE(BigInt(value as number));
  else bytes.writeDoubleLE(value as number);
  return bytes;
}

function sized(text: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text]);
}

/** A geometry in the library's form: coordinates in one list, ends of rings or lines in another. */
function parsed(geometry: Loadable): IParsedGeometry {
  const type = GeometryType[geometry.type];
  switch (geometry.type) {
    case 'Point':
      return { ...empty, type, xy: flat([geometry.coordinates]) };
    case 'MultiPoint':
    case 'LineString':
      return { ...empty, type, xy: flat(geometry.coordinates) };
    case 'Polygon':
    case 'MultiLineString':
      return { ...empty, type, xy: flat(geometry.coordinates.flat()), ends: endsOf(geometry.coordinates) };
    case 'MultiPolygon': {
      const parts = geometry.coordinates.map((coordinates) => parsed({ type: 'Polygon', coordinates }));
      return { ...empty, type, parts } as IParsedGeometry;
    }
  }
}

/** The library looks whether these are there at all. */
const empty = { ends: undefined, parts: undefined } as unknown as Pick<IParsedGeometry, 'ends' | 'parts'>;

const flat = (positions: readonly Position[]): number[] => positions.flat();

function endsOf(lists: readonly Position[][]): number[] {
  let end = 0;
  return lists.map(({ length }) => (end += length));
}

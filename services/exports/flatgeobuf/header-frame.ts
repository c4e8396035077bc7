import { Builder } from 'flatbuffers';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Column as ColumnTable } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import type { Column } from '../columns.ts';
import type { About } from '../export-format.ts';
import { standsOn, standsOnInShort } from '../stands-on.ts';

/** Types by kind. A day is a moment without a time in ISO 8601. */
export const columnTypes: Record<Column['kind'], ColumnType> = {
  text: ColumnType.String,
  integer: ColumnType.Long,
  number: ColumnType.Double,
  boolean: ColumnType.Bool,
  date: ColumnType.DateTime,
  code: ColumnType.String,
  'code-number': ColumnType.Long,
  json: ColumnType.Json,
};

/** The head of a file, with its length before it. Features may be of several geometry types, so each says its own. */
export function headerFrame(about: About): Uint8Array {
  const builder = new Builder();
  const columns = Header.createColumnsVector(
    builder,
    about.columns.map((column) => columnTable(builder, column)),
  );
  const texts = {
    name: builder.createString(about.layer.id),
    title: builder.createString(about.layer.title.nb),
    description: builder.createString(standsOnInShort(about)),
    metadata: builder.createString(JSON.stringify(standsOn(about))),
  };
  const crs = crsTable(builder, about.crs);
  Header.startHeader(builder);
  Header.addName(builder, texts.name);
  Header.addGeometryType(builder, GeometryType.Unknown);
  Header.addColumns(builder, columns);
  Header.addFeaturesCount(builder, BigInt(about.count ?? 0)); // 0: not known
  Header.addIndexNodeSize(builder, 0); // no index
  Header.addCrs(builder, crs);
  Header.addTitle(builder, texts.title);
  Header.addDescription(builder, texts.description);
  Header.addMetadata(builder, texts.metadata);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}

function columnTable(builder: Builder, { name, kind, title }: Column): number {
  const texts = { name: builder.createString(name), title: builder.createString(title.nb) };
  ColumnTable.startColumn(builder);
  ColumnTable.addName(builder, texts.name);
  ColumnTable.addType(builder, columnTypes[kind]);
  ColumnTable.addTitle(builder, texts.title);
  return ColumnTable.endColumn(builder);
}

function crsTable(builder: Builder, { epsg, definition }: About['crs']): number {
  const texts = { org: builder.createString('EPSG'), wkt: builder.createString(definition) };
  Crs.startCrs(builder);
  Crs.addOrg(builder, texts.org);
  Crs.addCode(builder, epsg);
  Crs.addWkt(builder, texts.wkt);
  return Crs.endCrs(builder);
}

import initSqlJs, { type Database as Sqlite, type SqlValue } from 'sql.js';
import { CannotExport } from '../cannot-export.ts';
import type { Column } from '../columns.ts';
import type { About, ExportFeature, ExportFormat } from '../export-format.ts';
import { standsOn, standsOnInShort } from '../stands-on.ts';

/** A GeoPackage is made in memory (SQLite in WebAssembly has no files), and twice so at its end. */
const sizeLimit = 512 * 1024 ** 2;
/** Asking for the size takes longer than writing a feature. */
const featuresBetweenLooks = 1000;

/** OGC GeoPackage 1.3: one feature table; what it stands on is in its metadata tables and, in short, its description. */
export const geopackage: ExportFormat = {
  id: 'gpkg',
  title: { nb: 'GeoPackage', en: 'GeoPackage' },
  ending: '.gpkg',
  isText: false,
  inDegrees: false,
  async *write(about, features) {
    const { Database } = await initSqlJs();
    const sqlite = new Database();
    try {
      sqlite.exec(tables);
      describe(sqlite, about);
      await fill(sqlite, about, features);
      yield sqlite.export();
    } finally {
      sqlite.close();
    }
  },
};

/** Tables of the standard, as its annex C has them. */
const tables = `
  pragma application_id = 0x47504B47;
  pragma user_version = 10300;
  create table gpkg_spatial_ref_sys (
    srs_name text not null, srs_id integer not null primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (
    table_name text not null primary key, data_type text not null, identifier text unique, description text default '',
    last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x double, min_y double, max_x double, max_y double,
    srs_id integer references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_geometry_columns (
    table_name text not null unique references gpkg_contents (table_name), column_name text not null,
    geometry_type_name text not null, srs_id integer not null references gpkg_spatial_ref_sys (srs_id),
    z tinyint not null, m tinyint not null, primary key (table_name, column_name));
  create table gpkg_extensions (
    table_name text, column_name text, extension_name text not null, definition text not null, scope text not null,
    unique (table_name, column_name, extension_name));
  create table gpkg_metadata (
    id integer primary key not null, md_scope text not null default 'dataset', md_standard_uri text not null,
    mime_type text not null default 'text/xml', metadata text not null default '');
  create table gpkg_metadata_reference (
    reference_scope text not null, table_name text, column_name text, row_id_value integer,
    timestamp datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    md_file_id integer not null references gpkg_metadata (id), md_parent_id integer references gpkg_metadata (id));
  insert into gpkg_spatial_ref_sys values
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null);
  insert into gpkg_extensions values
    ('gpkg_metadata', null, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata', 'read-write'),
    ('gpkg_metadata_reference', null, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata', 'read-write');
`;

const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]';

/** Column types by kind; SQLite keeps what it is given, in these types other programs read it. */
const columnTypes: Record<Column['kind'], string> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'BOOLEAN',
  date: 'DATE',
  code: 'TEXT',
  'code-number': 'INTEGER',
  json: 'TEXT',
};

/** Names of columns and tables come from the layer's declaration, where they are checked. */
const quoted = (name: string): string => `"${name}"`;

function describe(sqlite: Sqlite, about: About): void {
  const { layer, crs, columns } = about;
  const system = 'insert or ignore into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, null)';
  sqlite.run(system, [`EPSG:${crs.epsg}`, crs.epsg, 'EPSG', crs.epsg, crs.definition]);
  sqlite.run(system, ['WGS 84', 4326, 'EPSG', 4326, wgs84]);
  const types = columns.map(({ name, kind }) => `, ${quoted(name)} ${columnTypes[kind]}`).join('');
  sqlite.run(`create table ${quoted(layer.id)} (fid integer primary key not null, geom geometry${types})`);
  sqlite.run(
    `insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values (?, 'features', ?, ?, ?)`,
    [layer.id, layer.title.nb, standsOnInShort(about), crs.epsg],
  );
  sqlite.run(`insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?, 0, 0)`, [layer.id, crs.epsg]);
  sqlite.run(`insert into gpkg_metadata values (1, 'dataset', 'http://www.iso.org/iso/json', 'application/json', ?)`, [
    JSON.stringify(standsOn(about)),
  ]);
  sqlite.run(`insert into gpkg_metadata_reference (reference_scope, table_name, md_file_id) values ('table', ?, 1)`, [
    layer.id,
  ]);
}

async function fill(sqlite: Sqlite, about: About, features: AsyncIterable<ExportFeature>): Promise<void> {
  const { layer, columns, crs } = about;
  const marks = columns.map(() => ', ?').join('');
  sqlite.run('begin');
  const insert = sqlite.prepare(`insert into ${quoted(layer.id)} values (?, ?${marks})`);
  let written = 0;
  for await (const { fid, properties, wkb } of features) {
    insert.run([fid, wkb && blob(wkb, crs.epsg), ...columns.map(({ name }) => valueOf(properties[name]))]);
    written += 1;
    if (written % featuresBetweenLooks === 0) refuseTooLarge(sqlite);
  }
  insert.free();
  sqlite.run('commit');
}

function refuseTooLarge(sqlite: Sqlite): void {
  const number = (pragma: string) => Number(sqlite.exec(`pragma ${pragma}`)[0]?.values[0]?.[0]);
  if (number('page_count') * number('page_size') <= sizeLimit) return;
  const limit = sizeLimit / 1024 ** 2;
  throw new CannotExport({
    nb: `GeoPackage lages i minnet, og denne blir større enn ${limit} MB. Bruk --format fgb, som skrives rett til fil, eller eksporter en del om gangen med --part, --municipality eller --bbox.`,
    en: `A GeoPackage is made in memory, and this one becomes larger than ${limit} MB. Use --format fgb, which is written straight to the file, or export a part at a time with --part, --municipality or --bbox.`,
  });
}

function valueOf(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

/** A geometry as the standard keeps it: `GP`, version, flags (little endian, no envelope), SRS, well-known binary. */
function blob(wkb: Buffer, epsg: number): Uint8Array {
  const head = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]);
  head.writeInt32LE(epsg, 4);
  return Buffer.concat([head, wkb]);
}

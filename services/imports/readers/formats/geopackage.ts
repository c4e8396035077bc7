import { readFile, stat } from 'node:fs/promises';
import initSqlJs, { type Database as Sqlite, type SqlValue } from 'sql.js';
import { Explained } from '../../../../layers/declaration/explained.ts';
import { crsOf } from '../../crs.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { fromWkb } from '../../wkb-reader.ts';
import type { Format, Source } from '../reader.ts';
import { UnreadableFile } from '../unreadable.ts';

/** A GeoPackage is read as a whole: SQLite in WebAssembly has no files. Larger ones go through `ogr2ogr -f GeoJSONSeq`. */
const limit = 1024 ** 3;

interface Table {
  name: string;
  column: string;
  crs: number | null;
}

/** OGC GeoPackage (GeoPackage 1.x): all its feature tables, or the one named. Only tables are read: no view, no trigger. */
export const geopackage: Format = {
  id: 'geopackage',
  title: { nb: 'GeoPackage', en: 'GeoPackage' },
  endings: ['.gpkg'],
  limit,
  recognises: (start) => start.subarray(0, 15).toString('latin1') === 'SQLite format 3',
  async open(path, options): Promise<Source> {
    const { size } = await stat(path);
    if (size === 0) throw new UnreadableFile('empty', {});
    const sqlite = await openSqlite(path);
    try {
      const tables = chosen(tablesOf(sqlite), options.sourceLayer);
      const systems = new Set(tables.map(({ crs }) => options.crs ?? crs));
      const [crs] = systems;
      if (systems.size > 1)
        throw new UnreadableFile('crs-differs', {
          layers: tables.map(({ name, crs }) => `${name} (${crs})`).join(', '),
        });
      if (crs === null || crs === undefined) throw new UnreadableFile('crs-missing', { columns: namesOf(tables) });
      const count = tables.reduce((sum, table) => sum + countIn(sqlite, table), 0);
      const collection = tables.length === 1 ? (tables[0]?.name ?? null) : null;
      return {
        crs,
        features: featuresIn(sqlite, tables, crsOf(crs).unit),
        count,
        hasGeometry: true,
        collection,
        metadata: {},
      };
    } catch (error) {
      sqlite.close();
      throw explained(error);
    }
  },
};

/** What SQLite says of a broken file, at any row. */
const explained = (error: unknown): unknown =>
  error instanceof Explained ? error : new UnreadableFile('not-geopackage', { what: (error as Error).message });

async function openSqlite(path: string): Promise<Sqlite> {
  const { Database } = await initSqlJs();
  const sqlite = new Database(await readFile(path));
  try {
    sqlite.exec('select count(*) from gpkg_contents');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw new UnreadableFile('not-geopackage', { what: (error as Error).message });
  }
}

function tablesOf(sqlite: Sqlite): Table[] {
  const rows = rowsOf(
    sqlite,
    `select g.table_name, g.column_name, s.organization, s.organization_coordsys_id
     from gpkg_geometry_columns g
     join gpkg_contents c on c.table_name = g.table_name and c.data_type = 'features'
     join sqlite_master m on m.name = g.table_name and m.type = 'table'
     left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
     order by g.table_name`,
  );
  return [...rows].map(({ table_name, column_name, organization, organization_coordsys_id }) => ({
    name: String(table_name),
    column: String(column_name),
    crs: String(organization).toUpperCase() === 'EPSG' ? crsOf(Number(organization_coordsys_id)).epsg : null,
  }));
}

function chosen(tables: Table[], name: string | undefined): Table[] {
  if (tables.length === 0) throw new UnreadableFile('no-features', {});
  if (name === undefined) return tables;
  const found = tables.filter((table) => table.name === name);
  if (found.length === 0) throw new UnreadableFile('no-such-layer', { layer: name, layers: namesOf(tables) });
  return found;
}

const namesOf = (tables: Table[]): string => tables.map(({ name }) => name).join(', ');

function countIn(sqlite: Sqlite, { name }: Table): number {
  const [row] = rowsOf(sqlite, `select count(*) as count from ${quoted(name)}`);
  return Number(row?.['count']);
}

async function* featuresIn(sqlite: Sqlite, tables: Table[], unit: 'metre' | 'degree'): AsyncGenerator<SourceFeature> {
  let index = 0;
  try {
    for (const { name, column } of tables)
      for (const row of rowsOf(sqlite, `select * from ${quoted(name)}`)) {
        const { [column]: blob, ...values } = row;
        const properties = Object.fromEntries(
          Object.entries(values).filter(([, value]) => !(value instanceof Uint8Array)),
        );
        yield await Promise.resolve({ index, objectType: name, properties, ...geometryOf(blob, unit) });
        index += 1;
      }
  } catch (error) {
    throw explained(error);
  } finally {
    sqlite.close();
  }
}

/** Rows of a query of ours, one at a time. */
function* rowsOf(sqlite: Sqlite, sql: string): Generator<Record<string, SqlValue>> {
  const statement = sqlite.prepare(sql);
  try {
    while (statement.step()) yield statement.getAsObject();
  } finally {
    statement.free();
  }
}

/** SQLite has no parameters for names: quoted as its grammar says. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Bytes of the envelope in a GeoPackage geometry's head, by its kind. */
const envelopeBytes = [0, 32, 48, 48, 64];

/** The geometry in a GeoPackage blob: head (`GP`, version, flags, SRS, envelope), then well-known binary. */
function geometryOf(
  blob: SqlValue | undefined,
  unit: 'metre' | 'degree',
): Pick<SourceFeature, 'geometry' | 'unreadable'> {
  if (blob === null || blob === undefined) return { geometry: null };
  if (!(blob instanceof Uint8Array) || blob[0] !== 0x47 || blob[1] !== 0x50)
    return { geometry: null, unreadable: 'wkb: no GeoPackage head' };
  const flags = blob[3] ?? 0;
  const envelope = envelopeBytes[(flags >> 1) & 7];
  if (envelope === undefined) return { geometry: null, unreadable: 'wkb: envelope' };
  try {
    return { geometry: fromWkb(blob.subarray(8 + envelope), unit) };
  } catch (error) {
    return { geometry: null, unreadable: (error as Error).message };
  }
}

import initSqlJs from 'sql.js';
import type { Loadable } from '../../services/imports/wkb.ts';
import { toWkb } from '../../services/imports/wkb.ts';

/** A feature table of a GeoPackage. */
export interface GeoPackageTable {
  name: string;
  epsg: number;
  /** Bytes of the envelope in the blobs' heads: 0 none, 1 the bounds of the plane. */
  envelope: 0 | 1;
  rows: { geometry: Loadable | Uint8Array | null; name: string }[];
}

/** The bytes of a GeoPackage as the standard describes it: contents, geometry columns, systems, feature tables. */
export async function geoPackage(tables: GeoPackageTable[], more = ''): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const file = new Database();
  file.exec(`
    create table gpkg_spatial_ref_sys (srs_id integer primary key, organization text, organization_coordsys_id integer);
    create table gpkg_contents (table_name text primary key, data_type text, srs_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer);
    insert into gpkg_spatial_ref_sys values (-1, 'NONE', -1), (4326, 'EPSG', 4326), (25832, 'EPSG', 25832), (25833, 'EPSG', 25833);`);
  for (const { name, epsg, envelope, rows } of tables) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    file.exec(`create table ${quoted} (fid integer primary key, geom blob, name text)`);
    file.run(`insert into gpkg_contents values (?, 'features', ?)`, [name, epsg]);
    file.run(`insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?)`, [name, epsg]);
    for (const row of rows)
      file.run(`insert into ${quoted} (geom, name) values (?, ?)`, [blobOf(row.geometry, epsg, envelope), row.name]);
  }
  if (more) file.exec(more);
  return file.export();
}

function blobOf(geometry: Loadable | Uint8Array | null, epsg: number, envelope: 0 | 1): Uint8Array | null {
  if (geometry === null || geometry instanceof Uint8Array) return geometry;
  const head = Buffer.alloc(8 + (envelope === 1 ? 32 : 0));
  head.write('GP', 'latin1');
  head.writeUInt8((envelope << 1) | 1, 3);
  head.writeInt32LE(epsg, 4);
  return Buffer.concat([head, toWkb(geometry)]);
}

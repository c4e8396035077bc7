import { csvLine } from '../../csv-line.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import type { Loadable } from '../../imports/wkb.ts';
import type { ExportFormat } from '../export-format.ts';
import { standsOn } from '../stands-on.ts';
import { toWkt } from '../wkt.ts';

/**
 * CSV (RFC 4180, UTF-8) with the columns of the API's; the last holds well-known text and names the CRS, as GDAL and
 * QGIS know it (`_WKTgeom_EPSG_25832`). What it stands on is in a file beside it.
 */
export const csv: ExportFormat = {
  id: 'csv',
  title: { nb: 'CSV (tabell)', en: 'CSV (table)' },
  ending: '.csv',
  isText: true,
  inDegrees: false,
  async *write({ columns, crs }, features) {
    const names = columns.map(({ name }) => name);
    yield csvLine(['fid', ...names, `_WKTgeom_EPSG_${crs.epsg}`]);
    for await (const { fid, properties, wkb } of features) {
      yield csvLine([fid, ...names.map((name) => properties[name]), wkb && toWkt(fromWkb(wkb) as Loadable)]);
    }
  },
  sidecar: (about) => ({ ending: '-metadata.json', text: `${JSON.stringify(standsOn(about), null, 2)}\n` }),
};

import { fromWkb } from '../../imports/wkb-reader.ts';
import type { About, ExportFormat } from '../export-format.ts';
import { standsOn } from '../stands-on.ts';

/**
 * GeoJSON: RFC 7946 in degrees; in another CRS with the `crs` member of GeoJSON 2008, which GDAL and QGIS read. A feature
 * per line; what it stands on is the member `metadata`, before the features.
 */
export const geojson: ExportFormat = {
  id: 'geojson',
  title: { nb: 'GeoJSON', en: 'GeoJSON' },
  ending: '.geojson',
  isText: true,
  inDegrees: true,
  async *write(about, features) {
    yield `${JSON.stringify(head(about)).slice(0, -1)},"features":[`;
    let separator = '\n';
    for await (const { fid, properties, wkb } of features) {
      yield separator + JSON.stringify({ type: 'Feature', id: fid, properties, geometry: wkb && fromWkb(wkb) });
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};

const head = (about: About) => ({
  type: 'FeatureCollection',
  name: about.layer.id,
  ...(about.crs.epsg !== 4326 && { crs: crsMember(about.crs.epsg) }),
  metadata: standsOn(about),
});

/** The `crs` member of GeoJSON 2008. */
export const crsMember = (epsg: number) => ({
  type: 'name',
  properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` },
});

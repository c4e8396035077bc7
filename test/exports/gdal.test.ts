import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import type { Feature, Geometry } from 'geojson';
import { loadExportFormats } from '../../services/exports/export-format.ts';
import { exportLayer } from '../../services/exports/export-layer.ts';
import { writeFile } from '../../services/exports/write-file.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { temporaryFiles } from '../imports/files.ts';
import { feature, features, square, squareRing } from '../imports/shapes.ts';
import { eachDatabase } from '../setup/databases.ts';
import { withGdal } from '../setup/programs.ts';

const layer = 'dwelling';
const corners: Geometry[] = [
  { type: 'Point', coordinates: [520_000.125, 6_690_000.0625] },
  { type: 'MultiPoint', coordinates: [[520_001, 6_690_001.5], [520_002, 6_690_002.25]] }, // prettier-ignore
  { type: 'LineString', coordinates: [[520_000, 6_690_000], [520_000.5, 6_690_009]] }, // prettier-ignore
  { type: 'MultiLineString', coordinates: [[[520_000, 6_690_000], [520_000.5, 6_690_009]], [[520_003, 6_690_000], [520_004, 6_690_009]]] }, // prettier-ignore
  square(0, 0, 100),
  { type: 'MultiPolygon', coordinates: [[squareRing(0, 0, 10)], [squareRing(20, 0, 10)]] },
];
const formats = await loadExportFormats();

withGdal('exports: another program reads them', (ogr2ogr) => {
  eachDatabase('every geometry type', ({ database, catalogue }) => {
    const files = temporaryFiles();

    before(async () => {
      const list = corners.map((geometry, index) =>
        feature(`Å ${index}`, geometry, { bygningstype: 111 + index, ...(index !== 2 && { byggeår: 1990 + index }) }),
      );
      const { datasetId } = await loadDataset(database(), catalogue(), {
        ...{ layer, part: 'a', features: features(...list), crs: 25832 },
      });
      await publish(database(), catalogue(), [{ layer, add: [datasetId] }]);
    });

    for (const format of formats)
      it(`as ${format.id}: geometry, numbers and texts as they are`, async () => {
        const { about, features } = await exportLayer(database(), catalogue(), { layer, crs: 25832 });
        const file = files.write(`a${format.ending}`, '');
        await writeFile(file, format.write(about, features));
        const options = ['-lco', 'COORDINATE_PRECISION=6', '-oo', 'AUTODETECT_TYPE=YES'];
        const text = execFileSync(
          ogr2ogr,
          [
            '-f',
            'GeoJSONSeq',
            '/vsistdout/',
            file,
            '-a_srs',
            'EPSG:4326',
            ...(format.id === 'csv' ? options : options.slice(0, 2)),
          ],
          { encoding: 'utf8' },
        );
        const read = text.trim().split('\n').map((line) => JSON.parse(line) as Feature); // prettier-ignore
        expect(read.map(({ geometry }) => geometry)).to.deep.equal(corners);
        expect(read.map(({ properties }) => properties?.['source_id'] as string)).to.deep.equal(
          corners.map((_, at) => `Å ${at}`),
        );
        expect(read.map(({ properties }) => (properties?.['built_year'] ?? null) as number | null)).to.deep.equal([
          1990,
          1991,
          null,
          1993,
          1994,
          1995,
        ]);
      });
  });
});

import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { loadExportFormats } from '../../services/exports/export-format.ts';
import { exportLayer } from '../../services/exports/export-layer.ts';
import { writeFile } from '../../services/exports/write-file.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { loadDataset, type LoadProgress } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { temporaryFiles } from '../imports/files.ts';
import { landCover } from '../imports/shapes.ts';
import { eachDatabase } from '../setup/databases.ts';
import { withGdal } from '../setup/programs.ts';

const layer = 'land-cover';
const formats = await loadExportFormats();

eachDatabase('exports: the same file again', ({ database, catalogue }) => {
  const files = temporaryFiles();
  const editionNow = async () => (await currentEditions(database(), [layer])).get(layer)?.number;
  const written = new Map<string, string>();

  before(async () => {
    const { datasetId } = await loadDataset(database(), catalogue(), {
      ...{ layer, part: 'first', features: landCover(30), crs: 25832 },
    });
    await publish(database(), catalogue(), [{ layer, add: [datasetId] }]);
    for (const format of formats) {
      const { about, features } = await exportLayer(database(), catalogue(), { layer, part: 'first', crs: 25832 });
      written.set(format.id, files.write(`${format.id}${format.ending}`, ''));
      await writeFile(written.get(format.id) ?? '', format.write(about, features));
    }
  });

  const comesOnce = async (path: string) => {
    const first = await importFile(database(), catalogue(), { path, layer });
    expect(first.outcome).to.equal('published');
    expect(first.reports[0]).to.include({ loaded: 30, rejected: 0 });
    const edition = await editionNow();
    expect((await importFile(database(), catalogue(), { path, layer })).outcome).to.equal('unchanged');
    expect(await editionNow()).to.equal(edition);
  };

  for (const { id } of formats) it(`does nothing as ${id}`, () => comesOnce(written.get(id) ?? ''));

  withGdal('files of several parts', (ogr2ogr) => {
    it('does nothing as a Shapefile, until one of its files changes', async () => {
      const shp = (written.get('fgb') ?? '').replace('fgb.fgb', 'shape.shp');
      execFileSync(ogr2ogr, ['-f', 'ESRI Shapefile', shp, written.get('fgb') ?? '', '-lco', 'ENCODING=UTF-8', '-sql', 'select class, year from "land-cover"']); // prettier-ignore
      await comesOnce(shp);
      execFileSync(ogr2ogr, ['-f', 'ESRI Shapefile', '-overwrite', shp, written.get('fgb') ?? '', '-lco', 'ENCODING=UTF-8', '-sql', `select 'water' as class, year from "land-cover"`]); // prettier-ignore
      expect((await importFile(database(), catalogue(), { path: shp, layer })).outcome).to.equal('published');
    });
  });

  it('tells how far an import is, to its end, and never backwards', async () => {
    const told: LoadProgress[] = [];
    const path = written.get('geojson') ?? '';
    const onProgress = (progress: LoadProgress) => told.push(progress);
    await importFile(database(), catalogue(), { path, layer, again: true, onProgress });
    const shares = told.filter(({ phase }) => phase === 'prepare').map(({ share }) => share ?? -1);
    expect(shares[0]).to.equal(0);
    expect(shares.at(-1)).to.equal(1);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
    expect(told.at(-1)).to.include({ layer, read: 30, count: 30 });
  });
});

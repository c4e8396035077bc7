import { expect } from 'chai';
import path from 'node:path';
import type { Layer } from '../../layers/declaration/layer.ts';
import { builder } from '../../services/database/connections.ts';
import type { Database } from '../../services/database/database.ts';
import { loadExportFormats, type ExportFormat } from '../../services/exports/export-format.ts';
import { exportLayer } from '../../services/exports/export-layer.ts';
import { writeFile } from '../../services/exports/write-file.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { exampleDatabase, eachDatabase, type Given } from '../setup/databases.ts';
import { temporaryFiles } from '../imports/files.ts';
import { features, square } from '../imports/shapes.ts';

const analysisCrs = 25832;
const formats = await loadExportFormats();

/** Rows of one dataset that the other has not, or has differently in any column, or in one bit of its geometry. */
async function differences(database: Database, { table, fields }: Layer, before: number, after: number) {
  const names = ['fid', 'source_id', 'accuracy_m', 'unmapped', ...Object.keys(fields)];
  const side = (dataset: number) =>
    builder.raw('select ?, ST_AsBinary(geom) as geom from grunnriss.?? where dataset_id = ?', [
      builder.raw(names.map(() => '??').join(', '), names),
      table,
      dataset,
    ]);
  return database.build<Record<string, unknown>>(
    builder.raw('(? except all ?) union all (? except all ?)', [side(before), side(after), side(after), side(before)]),
  );
}

/** Export a part and import the file again: what the layer holds then is to be the same. */
async function roundTrip(
  { database, catalogue }: Given,
  layer: Layer,
  part: string,
  format: ExportFormat,
  file: string,
) {
  const datasetOf = async () =>
    (await currentEditions(database(), [layer.id])).get(layer.id)?.datasets.find((one) => one.part === part);
  const before = await datasetOf();
  const { about, features } = await exportLayer(database(), catalogue(), { layer: layer.id, part, crs: analysisCrs });
  await writeFile(file, format.write(about, features));
  const { reports } = await importFile(database(), catalogue(), { path: file, layer: layer.id, part });
  const after = await datasetOf();
  expect(reports[0], `${layer.id} ${part}`).to.include({ rejected: 0, repaired: 0, loaded: before?.counts.loaded });
  expect(after?.id).to.not.equal(before?.id);
  expect(await differences(database(), layer, before?.id ?? 0, after?.id ?? 0), `${layer.id} ${part}`).to.deep.equal(
    [],
  );
}

exampleDatabase('exports: the example county there and back', (given) => {
  const files = temporaryFiles();
  const folder = () => path.dirname(files.write('here', ''));

  // What differs between formats ends where features are read; the slower database sees one of them.
  for (const format of formats.filter(({ id }) => given.kind === 'server' || id === 'fgb'))
    it(`comes back the same from ${format.id}: numbers, ids, every attribute, every bit of geometry`, async function () {
      this.timeout(600_000);
      let parts = 0;
      const { layers } = given.catalogue();
      const editions = await currentEditions(
        given.database(),
        layers.map(({ id }) => id),
      );
      for (const layer of layers)
        for (const { part, runKey } of editions.get(layer.id)?.datasets ?? []) {
          if (layer.producedBy || runKey) continue;
          await roundTrip(given, layer, part, format, path.join(folder(), `${layer.id}-${parts}${format.ending}`));
          parts += 1;
        }
      expect(parts).to.be.greaterThan(40);
    });
});

eachDatabase('exports: awkward values there and back', (given) => {
  const files = temporaryFiles();
  const folder = () => path.dirname(files.write('here', ''));
  const texts = [
    'Bjørkåsen «Ås, nedre»; æøåÆØÅ',
    'two\nlines\r\nand "quotes", \'single\' and a \\backslash\\n',
    '0123',
    '1e5',
    'true',
    'null',
    '{"json": [1]}',
    '=1+1',
    '\ttab \u00a0 and 𝒳 🏔',
    'a'.repeat(70_000),
  ];

  it('keeps text, integers, fractions, missing values, unknown codes and what has no field', async () => {
    const layer = given.catalogue().get('zoning');
    const list = features(
      ...texts.map((name, index) => ({
        id: index % 2 === 0 ? `id ${name.slice(0, 40)}` : String(index),
        geometry: square(0.123456789 + index * 20, index / 3, 10),
        properties: {
          name,
          arealformål: index === 3 ? 987_654 : 1110,
          ...(index !== 4 && { nøyaktighet: 137 }),
          'Eget felt, "rart"\n': index === 5 ? { deep: [1, null, { name }] } : index === 6 ? 9007199254740991 : name,
          fid: 70 + index,
          brøk: 0.1 + index / 3,
          sann: index === 7,
        },
      })),
    );
    const { datasetId } = await loadDataset(given.database(), given.catalogue(), {
      ...{ layer: 'zoning', part: 'awkward', features: list, crs: analysisCrs },
    });
    await publish(given.database(), given.catalogue(), [{ layer: 'zoning', add: [datasetId] }]);
    for (const format of formats)
      await roundTrip(given, layer, 'awkward', format, path.join(folder(), `awkward${format.ending}`));
  });
});

import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalogueOf, loadCatalogue } from '../../layers/catalogue.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import { mappingTo } from '../../services/imports/mapping.ts';

const repository = path.resolve(import.meta.dirname, '../..');

describe('the worked example in CONTRIBUTING.md', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'grunnriss-example-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('is a layer as it stands', async () => {
    const page = await readFile(path.join(repository, 'CONTRIBUTING.md'), 'utf8');
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
    const file = path.join(folder, 'cultivable-soil.ts');
    await writeFile(file, code.replaceAll("'./", `'${pathToFileURL(path.join(repository, 'layers')).href}/`));
    const { cultivableSoil } = (await import(pathToFileURL(file).href)) as { cultivableSoil: Layer };

    const { layers } = await loadCatalogue();
    expect(catalogueOf([...layers, cultivableSoil]).get('cultivable-soil').table).to.equal('layer_cultivable_soil');
    const read = mappingTo(cultivableSoil);
    expect(read({ index: 0, properties: { ARGRUNNF: 45 }, geometry: null }).values['kind']).to.equal('peat');
  });
});

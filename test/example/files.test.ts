import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeExample } from '../../services/example/files.ts';
import { readFile } from '../../services/imports/read-file.ts';
import { county } from './county.ts';

describe('files of the example county', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-example-'));
  const scale = 0.002;
  let files: string[] = [];
  before(async () => {
    files = await writeExample({ scale, folder });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are one per dataset, one per draft and one of the changes', () => {
    const { layers, drafts } = county(scale);
    expect(files).to.have.length(layers.length + drafts.length + 1);
    expect(files).to.include(path.join(folder, 'land-cover', '2024.geojson'));
  });

  it('are read back with the CRS and the features that were written', async () => {
    for (const { layer, part, features } of county(scale).layers) {
      const source = await readFile(path.join(folder, layer, `${part}.geojson`));
      expect(source.crs).to.equal(25832);
      const read = [];
      for await (const { id, properties, geometry } of source.features) read.push({ id, properties, geometry });
      const written = [...features].map(({ id, properties, geometry }) => ({ id, properties, geometry }));
      expect(read, `${layer} ${part}`).to.deep.equal(written);
    }
  });

  it('say in the file that they are an example', () => {
    for (const file of files.filter((name) => !name.endsWith('changes.geojson')))
      expect(JSON.parse(readFileSync(file, 'utf8'))).to.have.nested.property('metadata.example', true);
  });
});

import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { CannotExport } from '../../services/exports/cannot-export.ts';
import { exportRejected } from '../../services/exports/export-rejected.ts';
import { writeFile } from '../../services/exports/write-file.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { collection, temporaryFiles } from '../imports/files.ts';
import { seen } from '../imports/rows.ts';
import { polygon, square, squareRing } from '../imports/shapes.ts';
import { eachDatabase } from '../setup/databases.ts';

const layer = 'protected-area';

eachDatabase('exports: what was rejected', ({ database, catalogue }) => {
  const files = temporaryFiles();
  const bowTie = polygon(
    [...squareRing(0, 0, 100)].map((position, at, ring) => ring[[0, 2, 1, 3, 0][at] ?? 0] ?? position),
  );
  const given = [
    { id: 'good', properties: { navn: 'Bra' }, geometry: square(0, 0, 10) },
    { id: 'crossed', properties: { navn: 'Kryssa «æøå»', eget: { a: [1, 'to'] } }, geometry: bowTie },
    { id: 'none', properties: { navn: 'Uten' }, geometry: null },
    { id: 'day', properties: { navn: 'Feil dag', vernedato: '2024-02-30' }, geometry: square(200, 0, 10) },
  ];
  const rejected = async (options: { part?: string; dataset?: number } = {}) => {
    const file = files.write('avvist.geojson', '');
    const { count, pieces } = await exportRejected(database(), catalogue(), { layer, ...options });
    await writeFile(file, pieces);
    const content = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection;
    expect(content.features).to.have.length(count);
    return { file, content };
  };

  it('says that nothing was rejected where nothing was', async () => {
    await expectExplained(rejected(), 'Nothing was rejected');
  });

  it('writes them as they came, with the reason in both languages and the place', async () => {
    const path = files.write('verneområder.geojson', collection(given));
    const { reports } = await importFile(database(), catalogue(), { path, layer });
    expect(reports[0]).to.include({ read: 4, loaded: 1, rejected: 3 });
    const { content } = await rejected();
    const byId = new Map(content.features.map((feature) => [feature.id, feature]));
    expect([...byId.keys()].sort()).to.deep.equal(['crossed', 'day', 'none']);
    const crossed = byId.get('crossed') as Feature<Polygon>;
    expect(crossed.geometry).to.deep.equal(bowTie);
    expect(crossed.properties).to.include({ navn: 'Kryssa «æøå»', rejection_index: 1 });
    expect(crossed.properties?.['eget']).to.deep.equal({ a: [1, 'to'] });
    // Where the sides of the square's bow tie cross: its middle.
    expect(crossed.properties?.['rejection_place']).to.equal('520050 6690050');
    expect(byId.get('none')?.properties?.['rejection_place']).to.equal(null);
    expect(byId.get('day')?.properties?.['rejection_nb']).to.match(/2024-02-30/);
    expect(byId.get('day')?.properties?.['rejection_en']).to.match(/2024-02-30/);
  });

  it('takes them in when they are mended, without what was said about them', async () => {
    const { file, content } = await rejected();
    for (const feature of content.features) {
      if (feature.id === 'day') feature.properties = { ...feature.properties, vernedato: '2024-02-28' };
      else feature.geometry = square(feature.id === 'none' ? 400 : 600, 0, 10);
    }
    files.write('avvist.geojson', JSON.stringify(content));
    const { reports, outcome } = await importFile(database(), catalogue(), { path: file, layer });
    expect(outcome).to.equal('published');
    expect(reports[0]).to.include({ read: 3, loaded: 3, rejected: 0 });
    const rows = await seen(database(), catalogue().get(layer).table);
    expect(rows.map(({ source_id }) => source_id)).to.deep.equal(['crossed', 'day', 'good', 'none']);
    expect(rows.find(({ source_id }) => source_id === 'crossed')?.unmapped).to.deep.equal({ eget: { a: [1, 'to'] } });
    expect(rows.find(({ source_id }) => source_id === 'none')?.unmapped).to.equal(null);
  });

  it('asks for one load where the sources have different coordinate systems', async () => {
    const [east, north] = [9.3, 60.3];
    const open = { id: 'far', properties: {}, geometry: { type: 'Point', coordinates: [east, north] } };
    const path = files.write('grader.geojson', collection([open], 4326));
    expect((await importFile(database(), catalogue(), { path, layer })).outcome).to.equal('nothing-loaded');
    await expectExplained(rejected(), 'different coordinate systems');
    const { content } = await rejected({ part: 'grader' });
    expect(content).to.not.have.property('crs');
    expect(content.features[0]?.geometry).to.deep.equal(open.geometry);
  });
});

async function expectExplained(work: Promise<unknown>, words: string): Promise<void> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(CannotExport);
  expect((error as CannotExport).message).to.include(words);
}

import { expect } from 'chai';
import type { MultiPolygon, Polygon } from 'geojson';
import { readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import { reachOf } from '../../services/accounts/reach.ts';
import { statement } from '../../services/database/statement.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { eachDatabase } from '../setup/databases.ts';

const [west, east, south, north] = [9, 9.02, 60, 60.02];

const box = (left: number, bottom: number, right: number, top: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
      [left, bottom],
    ],
  ],
});

eachDatabase('what sources say of a municipality', (given) => {
  let parts = 0;
  const load = async (
    layer: string,
    features: { geometry: Polygon | MultiPolygon; properties: Record<string, unknown> }[],
    coverage?: Polygon,
  ) => {
    parts += 1;
    const { datasetId, report } = await loadDataset(given.database(), given.catalogue(), {
      ...{ layer, part: `part ${parts}`, crs: 4326, coverage },
      features: features.map((feature, index) => ({ index, ...feature })),
    });
    expect(report.rejected, layer).to.equal(0);
    await publish(given.database(), given.catalogue(), [{ layer, add: [datasetId] }]);
  };
  const cell = (left: number, residents: number, year: number | null) => ({
    geometry: box(left, 60.001, left + 0.001, 60.002),
    properties: { residents, year },
  });

  before(async () => {
    const [land, island] = [box(west, south, east, north), box(9.06, south, 9.07, north)];
    const both: MultiPolygon = { type: 'MultiPolygon', coordinates: [land.coordinates, island.coordinates] };
    await load('municipality', [
      { geometry: both, properties: { number: '9901', name: 'Vest' } },
      { geometry: box(east, south, 9.04, north), properties: { number: '9902', name: 'Øst' } },
    ]);
  });

  it('counts residents by year, and by the newest year of each dataset, on islands, too', async () => {
    await load('population', [cell(9.001, 80, 2018), cell(9.001, 100, 2024), cell(9.061, 5, 2024)]);
    await load('population', [cell(9.003, 7, null)]);
    await load('population', [cell(9.021, 30, 2020), cell(9.021, 20, 2016)]);
    const rows = await given
      .database()
      .rows<{ municipality: string; newest: boolean; year: number | null; value: number }>(
        statement('accounts/residents'),
        { numbers: ['9901', '9902'] },
      );
    expect(rows.map(({ municipality, newest, year, value }) => [municipality, newest, year, value])).to.deep.equal([
      ['9901', false, 2018, 80],
      ['9901', false, 2024, 105],
      ['9901', false, null, 7],
      ['9901', true, 2024, 112],
      ['9902', false, 2016, 20],
      ['9902', false, 2020, 30],
      ['9902', true, 2020, 30],
    ]);
  });

  it('knows how far layers reach: whole, in part, elsewhere, not told, and told by one dataset of two', async () => {
    const half = box(east, south, 9.03, north);
    const elsewhere = box(8, south, 8.5, north);
    const on = (left: number) => [{ geometry: box(left, 60.001, left + 0.001, 60.002), properties: {} }];
    await load('recreation-area', on(9.021), box(8.9, 59.9, 9.1, 60.1));
    await load('contiguous-nature', on(9.021), half);
    await load('nature-type', on(8.1), elsewhere);
    await load('water', on(9.021));
    await load('nature-corridor', on(9.021), half);
    await load('nature-corridor', on(9.025));
    const layers = ['recreation-area', 'contiguous-nature', 'nature-type', 'water', 'nature-corridor', 'hazard'];
    const constraints = await readConstraints(given.database(), ['municipality', ...layers]);
    const reach = await reachOf(given.database(), given.catalogue(), { constraints, municipality: '9902', layers });
    expect(reach.missing).to.deep.equal(['nature-type', 'hazard']);
    const shares = new Map(reach.partly.map(({ layer, share }) => [layer, share]));
    expect([...shares.keys()]).to.deep.equal(['contiguous-nature', 'water', 'nature-corridor']);
    expect(shares.get('contiguous-nature')).to.be.closeTo(0.5, 1e-3);
    expect(shares.get('nature-corridor')).to.be.closeTo(0.5, 1e-3);
    expect(shares.get('water')).to.equal(null);
  });
});

import { expect } from 'chai';
import { cellsOf } from '../../services/centrality/pressure/evidence.ts';
import { checkInputs } from '../../services/centrality/pressure/check-inputs.ts';
import { residentsBy, residentsChange } from '../../services/centrality/pressure/lived.ts';
import { newBuildings } from '../../services/centrality/pressure/new-buildings.ts';
import { percentileRanks } from '../../services/centrality/pressure/percentile.ts';
import { evidences, pressureOn, type Evidence, type RasterCell } from '../../services/centrality/pressure/pressure.ts';
import { addCells } from '../../services/centrality/pressure/raster.ts';
import { developmentPressureProcess } from '../../services/centrality/pressure/process.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cellAt, pointAt, smallCounty, south, west } from './a-small-county.ts';

describe('percentile ranks', () => {
  it('are the share below and half of those alike; what is unknown has none', () => {
    expect([...percentileRanks(Float64Array.of(1, 2, 2, 4, NaN))]).to.deep.equal([12.5, 50, 50, 87.5, NaN]);
    expect([...percentileRanks(Float64Array.of(7))]).to.deep.equal([50]);
  });
});

describe('pressure on cells', () => {
  const cells = Array.from({ length: 25 }, (_, at): RasterCell => {
    return { column: 100 + (at % 5), row: 40 + Math.floor(at / 5), municipality: '3301' };
  });
  const only = (at: number, figure: number) => Float64Array.from(cells, (_, cell) => (cell === at ? figure : 0));
  const measure = { reach: 1, gamma: 2, scaling: 3 };

  it('ranks what is built, what is near it and what has evidence; each part stays visible', () => {
    const found = { buildings: only(12, 5), parts: { reserve_m2: only(0, 900) } };
    const { ranked, figures, ranks, whole } = pressureOn(cells, found, measure, {});
    expect(ranked).to.deep.equal([0, 7, 11, 12, 13, 17]);
    expect([...(figures.gravity ?? [])]).to.deep.equal([0, 3, 3, 0, 3, 3]);
    expect([...(figures.reserve_m2 ?? [])]).to.deep.equal([900, 0, 0, 0, 0, 0]);
    expect(figures).to.have.all.keys('gravity', 'reserve_m2');
    expect(ranks.reserve_m2?.[0]).to.be.closeTo((100 * 5.5) / 6, 1e-9);
    const mean = [0, 1, 2, 3, 4, 5].map((at) => ((ranks.gravity?.[at] ?? NaN) + (ranks.reserve_m2?.[at] ?? NaN)) / 2);
    expect([...whole]).to.deep.equal([...percentileRanks(Float64Array.from(mean))]);
  });

  it('counts parts by their weights; one of weight 0 is shown and does not count', () => {
    const found = { buildings: only(12, 5), parts: { reserve_m2: only(0, 900) } };
    const { whole, ranks } = pressureOn(cells, found, measure, { gravity: 0 });
    expect([...whole]).to.deep.equal([...(ranks.reserve_m2 ?? [])]);
  });
});

describe('pressure where data are missing', () => {
  const cells = [1, 2, 3, 4].map((column): RasterCell => ({ column, row: 7, municipality: column < 3 ? '3301' : '3303' })); // prettier-ignore
  const lived = (dataset: number, column: number, from: number | null, to: number | null) => ({ dataset, column, row: 7, from, to }); // prettier-ignore

  it('knows growth only where both years are: no municipality gains all its people by having one', () => {
    const rows = [lived(1, 1, 30, null), lived(1, 2, null, 40), lived(2, 3, null, 900)];
    const known = residentsBy(cells, rows);
    expect([...known]).to.deep.equal([['3301', { from: 30, to: 40 }]]);
    expect([...residentsChange(cells, rows, known)]).to.deep.equal([-30, 40, NaN, NaN]);
  });

  it('decides by dataset: one with a single year beside one with both is not growth, a file for each year is', () => {
    expect(residentsBy(cells, [lived(1, 1, 30, 40), lived(2, 2, null, 500)]).size).to.equal(0);
    expect(residentsBy(cells, [lived(1, 1, 30, null), lived(2, 1, null, 35)]).get('3301')).to.deep.equal({ from: 30, to: 35 }); // prettier-ignore
    // The file of 2012 comes over the border with a few people; that of 2019 holds the whole municipality beside it.
    expect(residentsBy(cells, [lived(1, 1, 3, null), lived(2, 1, null, 4), lived(3, 2, null, 9000)]).size).to.equal(0);
  });

  it('does not call buildings without a year old', () => {
    const of = (...figures: number[]) => Float64Array.from(figures);
    expect([...(newBuildings(of(3, 2, 0, 1), of(1, 0, 0, 0), of(1, 1, 0, 0)) ?? [])]).to.deep.equal([1, NaN, 0, 0]);
    expect(newBuildings(of(3, 0), of(0, 0), of(3, 0))).to.equal(null);
    expect(newBuildings(of(0, 0), of(0, 0), of(0, 0))).to.not.equal(null);
  });

  it('ranks no cell by what is not known, and has no gravity of buildings that nobody loaded', () => {
    const parts = { reserve_m2: Float64Array.of(0, 9, 0, 0), residents_change: Float64Array.of(0, 0, NaN, NaN) };
    const { ranked, figures } = pressureOn(cells, { buildings: null, parts }, { reach: 1, gamma: 1, scaling: 1 }, {});
    expect(ranked).to.deep.equal([1]);
    expect(figures).to.have.all.keys('reserve_m2', 'residents_change');
  });

  it('takes in municipalities of more cells than a call has arguments, and refuses more than it can hold', () => {
    const own = Array.from({ length: 200_000 }, (_, column) => ({ column, row: 0 }));
    const all: RasterCell[] = [];
    addCells(all, own, '3301');
    expect(all).to.have.length(200_000);
    expect(all[199_999]).to.deep.equal({ column: 199_999, row: 0, municipality: '3301' });
    expect(() => addCells(all, own, '3303', 300_000)).to.throw(/300000 cells/);
  });

  it('refuses years in the wrong order, weights that leave nothing, and steps that do not fill a cell', () => {
    const weights = Object.fromEntries(evidences.map((evidence) => [evidence, 1])) as Record<Evidence, number>;
    const asked = { cell_m: 500, reserve_step_m: 50, from_year: 2015, to_year: 2024, weights };
    const evidenceOf = { housing: evidences, 'holiday-homes': ['gravity'] } as const;
    const check = (other: Partial<typeof asked>) => () => checkInputs({ ...asked, ...other }, evidenceOf);
    expect(check({})).to.not.throw();
    expect(check({ from_year: 2024 })).to.throw(/from_year is 2024 and to_year 2024/);
    expect(check({ weights: { ...weights, gravity: 0 } })).to.throw(/holiday-homes are 0/);
    expect(check({ reserve_step_m: 70 })).to.throw(/whole number/);
  });
});

const zone = (id: string, x: number, properties: Record<string, string | number>) =>
  feature(rectangle(west + x, south + 2000, 500, 400), { object_type: 'KpArealformålOmråde', level: 2, plan_id: '3301_1', ...properties }, id); // prettier-ignore

const plan = (plan_id: string, in_force: string) =>
  feature(
    rectangle(west, south, 22_000, 8000),
    { plan_id, plan_type: 20, plan_status: 3, law: 2008, in_force },
    plan_id,
  );

eachDatabase('development pressure', (given) => {
  const filled = new Set<string>();
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: 'pressure', crs: 'EPSG:25832', layers }, filled);
  const run = (inputs: Record<string, unknown> = {}) =>
    developmentPressureProcess.execute(developmentPressureProcess.inputs.parse(inputs), {
      ...{ database: given.database(), catalogue: given.catalogue(), language: 'nb' as const },
    });

  /** Municipalities of the cell whose middle is on the border, 800 m a side. */
  const borderCells = async () => {
    const constraints = await readConstraints(given.database(), ['municipality']);
    const owners: string[] = [];
    for (const number of ['0301', '3301']) {
      const cells = await cellsOf(given.database(), constraints, number, 800);
      if (cells.some(({ column, row }) => column === 637 && row === 8300)) owners.push(number);
    }
    return owners;
  };

  it('is two maps with growth between two years, plan reserve and what is missing', async () => {
    await load({
      municipality: smallCounty['municipality'],
      population: everywhere([
        cellAt('a', 12_125, 125, { residents: 40 }),
        cellAt('a18', 12_125, 125, { residents: 30, year: 2018 }),
      ]),
      dwelling: everywhere([
        pointAt(12_200, 200, { building_type: 111, built_year: 2020 }),
        pointAt(12_210, 200, { building_type: 111, built_year: 1990 }),
        pointAt(12_220, 200, { building_type: 111, built_year: null }),
      ]),
      'holiday-home': everywhere([pointAt(2200, 6200, { building_type: 161, built_year: 2023 })]),
      region: everywhere([feature(rectangle(west + 10_000, south - 5000, 12_000, 20_000), { number: '33-1', name: 'Østre' }, '33-1')]), // prettier-ignore
      'urban-area': everywhere([feature(rectangle(west + 12_000, south, 1000, 500), { number: '7', name: 'Bygda' })]),
      plan: everywhere([plan('3301_1', '2015-01-01'), plan('3301_2', '2020-01-01')]),
      zoning: everywhere([
        zone('new', 14_000, { purpose: 1110, status: 2 }),
        zone('present', 15_000, { purpose: 1110, status: 1 }),
        zone('overruled', 16_000, { purpose: 1110, status: 2 }),
        zone('nature', 16_000, { purpose: 5100, status: 2, plan_id: '3301_2' }),
        zone('cabins', 3000, { purpose: 1120, status: 2 }),
      ]),
    });
    const found = await run();
    expect(found).to.include({ from_year: 2018, to_year: 2024 });
    const [inTown, east] = found.municipalities;
    expect(inTown?.residents, 'no rows there').to.equal(null);
    expect(found).to.include({ on_map: 'current', built_m: 50, reserve_step_m: 50, accessibility_m: 10_000 });
    expect(east?.residents).to.deep.equal({ from: 30, to: 40 });
    expect(east?.kinds.housing).to.include({ buildings: 3, new: 1, undated: 1 });
    expect(east?.kinds.housing.reserve_m2).to.be.closeTo(200_000, 200);
    expect(inTown?.kinds['holiday-homes']).to.include({ buildings: 1, new: 1 });
    expect(inTown?.kinds['holiday-homes'].reserve_m2).to.be.closeTo(200_000, 200);
    expect(east?.kinds['holiday-homes']).to.include({ buildings: 0, new: 0, undated: 0, reserve_m2: 0 });
    const [county, region, town] = found.areas;
    expect(county, 'not known of all of it').to.include({ kind: 'county', residents: null });
    expect(region).to.deep.include({ kind: 'region', number: '33-1', residents: { from: 30, to: 40 } });
    expect(region?.kinds.housing).to.deep.equal(east?.kinds.housing);
    expect(town, 'a town of two cells').to.include({ kind: 'urban-area', number: '7', name: 'Bygda' });
    expect(town?.kinds.housing).to.include({ buildings: 3, new: 1 });
    const ofTowns = await ask(
      given.database(),
      `select l.number, l.housing_buildings as buildings, l.residents_to as residents, l.step from grunnriss.layer_development_pressure_urban_area l
       join grunnriss.current_dataset d on d.id = l.dataset_id`,
    );
    expect(ofTowns).to.have.length(1);
    expect(ofTowns[0]).to.include({ number: '7', buildings: 3, residents: 40 });
    expect(found.kinds.housing.missing).to.deep.equal(['accessibility']);
    expect(found.kinds['holiday-homes'].evidence).to.deep.equal(['gravity', 'new_buildings', 'reserve_m2']);
    const rows = await ask<{ buildings: number; gravity: number; residents_change: number; area: number }>(
      given.database(),
      `select l.buildings, l.gravity, l.residents_change, st_area(l.geom) as area
       from grunnriss.layer_development_pressure_housing l join grunnriss.current_dataset d on d.id = l.dataset_id
       where l.buildings > 0`,
    );
    expect(rows).to.deep.equal([{ buildings: 3, gravity: 0, residents_change: 10, area: 250_000 }]);
    const [nearest] = await ask<{ gravity: number }>(
      given.database(),
      `select max(l.gravity) as gravity from grunnriss.layer_development_pressure_housing l
       join grunnriss.current_dataset d on d.id = l.dataset_id`,
    );
    expect(nearest?.gravity, 'beside the one built cell').to.equal(1);
  });

  it('falls back on buildings of its types, and says when nobody loaded any', async () => {
    await load({
      municipality: smallCounty['municipality'],
      building: everywhere([
        pointAt(12_200, 200, { building_type: 161, built_year: 2020 }),
        pointAt(12_200, 200, { building_type: 181, built_year: 2020 }),
      ]),
    });
    const found = await run({ from_year: 2015, to_year: 2024, cell_m: 1000 });
    expect(found.kinds['holiday-homes']).to.include({ buildings_from: 'building' });
    expect(found.municipalities[1]?.kinds['holiday-homes']).to.include({ buildings: 1, new: 1, reserve_m2: null });
    expect(found.municipalities[1]?.residents).to.equal(null);
    expect(found.on_map).to.equal('own-parameters');
    const shared = await borderCells();
    expect(shared, 'a middle on the border is in one of them').to.deep.equal(['0301']);
    await load({
      municipality: smallCounty['municipality'],
      dwelling: { ...everywhere([pointAt(200, 200, {})]), coverage: null },
      plan: everywhere([plan('3301_1', '2015-01-01')]),
      zoning: everywhere([zone('new', 14_000, { purpose: 1110, status: 2 })]),
    });
    const only = await run({ cell_m: 1000 });
    const reserves = only.municipalities.map(({ kinds }) => kinds.housing.reserve_m2);
    expect(reserves, 'nobody knows what is built in the second').to.deep.equal([0, null]);
    expect(only.kinds['holiday-homes']).to.deep.include({ buildings_from: null, cells: 0, evidence: ['reserve_m2'] });
    expect(only.municipalities[0]?.kinds['holiday-homes']).to.deep.equal({ buildings: null, new: null, undated: null, reserve_m2: 0, pressure: null }); // prettier-ignore
    expect(only.municipalities[0]?.kinds.housing).to.include({ buildings: 1, new: null, undated: 1 });
    expect(only.kinds.housing.missing).to.include('new_buildings');
    expect(only.kinds.housing.uncovered, 'nobody looked there').to.deep.equal(['3301']);
    expect(only.municipalities[1]?.kinds.housing.buildings).to.equal(null);
    await load({ municipality: smallCounty['municipality'] });
    const why = await run().then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.match(/dwelling, holiday-home, building/);
  });
});

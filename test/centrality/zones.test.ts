import { expect } from 'chai';
import { developmentPressureProcess } from '../../services/centrality/pressure/process.ts';
import { centralityProcess } from '../../services/centrality/centrality/process.ts';
import { coordinationZonesProcess } from '../../services/centrality/zones/process.ts';
import { zoneTables } from '../../services/centrality/zones/tables.ts';
import { drawFigure } from '../../services/centrality/zones/figure.ts';
import { fillIn, thirdsOf, zoneOf, type ZonedCell } from '../../services/centrality/zones/zones.ts';
import { movesOf, type CellOfTwo } from '../../services/centrality/zones-change/moves.ts';
import { zonesChangeProcess } from '../../services/centrality/zones-change/process.ts';
import { changeTables } from '../../services/centrality/zones-change/tables.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cellAt, pointAt, smallCounty, south, west } from './a-small-county.ts';

const limits = { centrality: [775, 870], pressure: [50, 80], large: 5000 } as const;

describe('coordination zones', () => {
  it('stand in the figure by bands whose limits belong to the higher band, on one scale of need along both axes', () => {
    expect(zoneOf(774.9, 49.9, null, limits)).to.deep.equal(
      { centrality: 'outer', pressure: 'low', need: 1, settlement: 'scattered', agreement: 'agrees' }); // prettier-ignore
    expect(zoneOf(775, 50, 4999, limits)).to.deep.equal(
      { centrality: 'hinterland', pressure: 'middle', need: 3, settlement: 'smaller', agreement: 'agrees' }); // prettier-ignore
    expect(zoneOf(870, 80, 5000, limits)).to.deep.equal(
      { centrality: 'city', pressure: 'high', need: 5, settlement: 'larger', agreement: 'agrees' }); // prettier-ignore
  });

  it('say where pressure and settlement disagree: holiday homes press on where nobody lives', () => {
    expect(zoneOf(100, 95, null, limits)).to.include({ need: 3, agreement: 'pressure-above' });
    expect(zoneOf(900, 10, 60_000, limits)).to.include({ need: 3, agreement: 'pressure-below' });
  });

  const cell = (zone: ZonedCell['zone'], residents: number, reserve_m2: number | null = 10): ZonedCell => ({
    ...{ zone, residents, residents_before: 1, buildings: 2, new_buildings: 1, reserve_m2 },
  });

  it('say by which limits a figure would be used whose residents all live in one band', () => {
    const at = (centrality: number | null, residents: number) => ({ centrality, residents });
    expect(thirdsOf([at(90, 10), at(10, 5), at(20, 5), at(50, 10), at(null, 99), at(5, 0)])).to.deep.equal([50, 90]);
    expect(thirdsOf([at(10, 0)])).to.equal(null);
    const area = { kind: 'county', number: null, name: null } as const;
    const draw = (cells: ZonedCell[]) =>
      drawFigure({ kind: 'housing', area, thirds: [50.4, 90], ...fillIn(cells) }, 2018, 'nb');
    const low = cell(zoneOf(100, 10, null, limits), 5);
    expect(draw([low])).to.include('skilles ved sentralitet 50 og 90');
    expect(draw([low, cell(null, 500)]), 'who has no place in it is in no band').to.include('skilles ved');
    expect(draw([low, cell(zoneOf(900, 10, null, limits), 5)])).to.not.include('skilles ved');
  });

  it('fill in the figure so that its boxes and what has no place add up', () => {
    const [low, high] = [zoneOf(100, 10, null, limits), zoneOf(900, 90, 6000, limits)];
    const { boxes, unplaced, agreement } = fillIn([cell(low, 5), cell(high, 7), cell(high, 11, null), cell(null, 3)]);
    expect(boxes).to.have.length(9);
    expect(boxes[8]).to.deep.equal({
      ...{ centrality: 'city', pressure: 'high', cells: 2, residents: 18, residents_before: 2 },
      ...{ buildings: 4, new_buildings: 2, reserve_m2: 10 },
    });
    expect(boxes[1]).to.include({ cells: 0, residents: 0, reserve_m2: null });
    expect(unplaced).to.include({ cells: 1, residents: 3 });
    expect(agreement).to.deep.equal({ agrees: 3, 'pressure-above': 0, 'pressure-below': 0 });
    const area = { kind: 'region', number: '1', name: 'Hallingdal & <omegn>' } as const;
    const svg = drawFigure({ kind: 'housing', area, thirds: null, boxes, unplaced, agreement }, 2018, 'nb');
    expect(svg).to.include('Hallingdal &amp; &lt;omegn&gt;: boligbygg').and.include('18 bosatte (69,2 %)');
    expect(svg.match(/<rect/g)).to.have.length(10);
  });
});

/** A row of houses so many metres apart, eight metres wide each. */
const row = (x: number, y: number, count: number, gap: number) =>
  Array.from({ length: count }, (_, at) =>
    feature(rectangle(west + x + at * (8 + gap), south + y, 8, 8), { building_type: 111, built_year: 2000 }),
  );

eachDatabase('coordination zones of a county', (given) => {
  const filled = new Set<string>();
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: 'zones', crs: 'EPSG:25832', layers }, filled);
  const context = () => ({ database: given.database(), catalogue: given.catalogue(), language: 'nb' as const });
  const zones = (inputs: Record<string, unknown> = {}) =>
    coordinationZonesProcess.execute(coordinationZonesProcess.inputs.parse(inputs), context());
  const why = async (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: Error) => error.message,
    );

  const county: ConflictCase['layers'] = {
    ...smallCounty,
    region: everywhere([
      feature(rectangle(west + 10_000, south - 5000, 12_000, 20_000), { number: '33-1', name: 'Østre' }, '33-1'),
    ]),
    dwelling: everywhere([
      pointAt(1000, 0, { building_type: 111, built_year: 2020 }),
      pointAt(6000, 0, {}),
      pointAt(16_000, 0, {}),
    ]),
    // Urban areas are derived: the town's houses stand 50 m apart, the suburb's too far, the village has 50 residents.
    building: everywhere([...row(880, -100, 4, 50), ...row(5880, -100, 4, 50.2), ...row(15_880, -100, 4, 20)]),
    'holiday-home': everywhere([pointAt(18_000, 9000, { building_type: 161, built_year: 2020 })]),
  };

  it('say what has to be worked out first, and need classes or limits of their own', async () => {
    await load({ ...county, workplace: { ...everywhere([pointAt(15_900, 0, { jobs: 100 })]), coverage: null } });
    expect(await why(zones())).to.match(/grunnriss run centrality, grunnriss run development-pressure/);
    await centralityProcess.execute(centralityProcess.inputs.parse({}), context());
    await developmentPressureProcess.execute(developmentPressureProcess.inputs.parse({}), context());
    expect(await why(zones())).to.match(/anchor \(Oslo\) are not/);
    expect(await why(zones({ middle_centrality: 500, high_centrality: 100 }))).to.match(/above/);
  });

  it('put every cell of the map in a box, and everybody once in the table', async () => {
    await load(county);
    await centralityProcess.execute(centralityProcess.inputs.parse({}), context());
    await developmentPressureProcess.execute(developmentPressureProcess.inputs.parse({}), context());
    const found = await zones();
    expect(found.urban_areas).to.equal('derived');
    const of = (kind: string, number: string | null) =>
      found.figures.find((figure) => figure.kind === kind && figure.area.number === number);
    for (const number of [null, '0301', '3301', '33-1'])
      for (const kind of ['housing', 'holiday-homes']) {
        const figure = of(kind, number);
        const all = [...(figure?.boxes ?? []), figure?.unplaced];
        const residents = all.reduce((sum, content) => sum + (content?.residents ?? NaN), 0);
        if (number === null) expect(residents, kind).to.equal(1060);
        if (number === '0301' && kind === 'housing') expect(residents).to.equal(1000);
      }
    expect(of('housing', '33-1')?.boxes).to.deep.equal(of('housing', '3301')?.boxes);
    const rows = await ask<{ zone: string; settlement: string; residents: number }>(
      given.database(),
      `select l.zone, l.settlement, l.residents from grunnriss.layer_coordination_zones_housing l
       join grunnriss.current_dataset d on d.id = l.dataset_id where l.residents > 0 order by l.residents desc`,
    );
    expect(rows[0]?.residents).to.equal(800);
    expect(rows[0]?.zone).to.match(/^city-/);
    expect(rows.at(-1)?.zone).to.match(/^outer-/);
  });

  it('of two years tell which cells moved from box to box; houses of later years are not there yet', async () => {
    // Between the years the suburb grows from 40 to 400 people, and a house is built beside it.
    const years = everywhere([
      cellAt('town', 875, -125, { residents: 800 }),
      cellAt('suburb', 5875, -125, { residents: 400 }),
      cellAt('village', 15_875, -125, { residents: 50 }),
      cellAt('town18', 875, -125, { residents: 800, year: 2018, cell: 'town' }),
      cellAt('suburb18', 5875, -125, { residents: 40, year: 2018, cell: 'suburb' }),
      cellAt('village18', 15_875, -125, { residents: 50, year: 2018, cell: 'village' }),
    ]);
    const town = feature(rectangle(west + 500, south - 500, 1000, 1000), { number: '1', name: 'Byen' }, '1');
    await load({ ...county, population: years, 'urban-area': everywhere([town]) });
    const centrality = (inputs: Record<string, unknown>) =>
      centralityProcess.execute(centralityProcess.inputs.parse(inputs), context());
    const pressure = (inputs: Record<string, unknown>) =>
      developmentPressureProcess.execute(developmentPressureProcess.inputs.parse(inputs), context());
    const limitsOfBoth = { middle_centrality: 400, high_centrality: 900 };
    const was = await centrality({ year: 2018 });
    await centrality({});
    const wasPressure = await pressure({ from_year: 2010, to_year: 2018, centrality_run: was.run.key });
    await pressure({});
    const before = await zones({ ...limitsOfBoth, pressure_run: wasPressure.run.key });
    const after = await zones(limitsOfBoth);
    const inTown = zoneTables(after, 'nb')[0]?.rows.filter(([what, kind]) => what === 'bolig' && kind === 'tettsted');
    expect(inTown?.map(([, , name, number]) => [name, number])).to.deep.equal(Array(10).fill(['Byen', '1']));
    expect(
      inTown?.reduce((sum, cells) => sum + Number(cells[8]), 0),
      'the cell in the town',
    ).to.equal(800);
    expect(wasPressure.municipalities[0]?.kinds.housing.buildings, 'one of the two was built in 2020').to.equal(1);
    const change = (inputs: Record<string, unknown>) =>
      zonesChangeProcess.execute(zonesChangeProcess.inputs.parse(inputs), context());
    const found = await change({ before: before.run.key, after: after.run.key });
    expect([found.before.year, found.after.year]).to.deep.equal([2018, 2024]);
    const [housing] = found.kinds;
    const all = (housing?.stayed ?? 0) + (housing?.moves.reduce((sum, { cells }) => sum + cells, 0) ?? 0);
    expect(housing?.moved).to.be.above(0);
    expect(all, 'every cell that is on either map').to.be.at.least(housing?.cells.length ?? NaN);
    for (const { before: from, after: to } of housing?.cells ?? []) expect(from).to.not.equal(to);
    expect(changeTables(found, 'nb')[1]?.rows).to.have.length(
      found.kinds.reduce((sum, { cells }) => sum + cells.length, 0),
    );
    const same = await change({ before: after.run.key, after: after.run.key });
    expect(same.kinds.map(({ moved, moves }) => [moved, moves])).to.deep.equal([[0, []], [0, []]]); // prettier-ignore
    expect(await why(change({ before: after.run.key, after: 'f'.repeat(64) }))).to.match(/ffff/);
    const otherLimits = await zones({ middle_centrality: 300, high_centrality: 900 });
    expect(await why(change({ before: otherLimits.run.key, after: after.run.key }))).to.match(/limits|grenser/);
  });
});

describe('moves between boxes', () => {
  it('count every cell once, and what is known in one year only apart', () => {
    const cell = (before: string | null, after: string | null, residents: number): CellOfTwo => ({
      ...{ cell: 'c', municipality: '3301', before, after, residents_before: 1, residents_after: residents },
    });
    const found = movesOf([cell('a', 'a', 5), cell('a', 'b', 7), cell('a', 'b', 3), cell('b', 'a', 20), cell(null, 'a', 99), cell(null, null, 9)]); // prettier-ignore
    expect(found).to.deep.equal({
      ...{ stayed: 1, moved: 3 },
      moves: [
        { before: 'b', after: 'a', cells: 1, residents_before: 1, residents_after: 20 },
        { before: 'a', after: 'b', cells: 2, residents_before: 2, residents_after: 10 },
        { before: null, after: 'a', cells: 1, residents_before: 1, residents_after: 99 },
      ],
    });
  });
});

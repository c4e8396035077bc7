import { expect } from 'chai';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { makeAccounts, type AccountsAnswer } from '../../services/accounts/accounts.ts';
import type { ExtentAccount } from '../../services/accounts/extent/extent-account.ts';
import { AccountInput } from '../../services/accounts/inputs.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { eachDatabase } from '../setup/databases.ts';
import { expectBalanced } from './invariants.ts';
import { recomputeCoverage } from './outside/coverage.ts';
import { draw, drawings, halves, nothingWrong, outline, plain, type Drawing } from './random-coverage.ts';

const crs = 25832;
/** m² that a coverage of 16 ha may miss by: what the series of the ellipsoid leave out of a thousand millionth, several times. */
const slack = 1e-3;
eachDatabase('accounts of random coverages', (given) => {
  const municipality = (index: number, ring: Position[], properties: Record<string, unknown>): SourceFeature => ({
    ...{ index, id: String(index), properties },
    geometry: { type: 'Polygon', coordinates: [ring] },
  });

  async function load(layer: string, features: SourceFeature[]): Promise<void> {
    const { datasetId, report } = await loadDataset(given.database(), given.catalogue(), {
      ...{ layer, part: 'test', features, crs },
    });
    expect(report.rejected).to.equal(0);
    await publish(given.database(), given.catalogue(), [{ layer, add: [datasetId], remove: 'all', note: 'test' }]);
  }

  async function answerOf(from: SourceFeature[], to: SourceFeature[], inputs = {}): Promise<AccountsAnswer> {
    const all = [...from, ...to].map((feature, index) => ({ ...feature, index }));
    await load('land-cover', all);
    return makeAccounts(given.database(), given.catalogue(), AccountInput.parse(inputs));
  }

  /** Of both halves together. */
  async function account(from: SourceFeature[], to: SourceFeature[]): Promise<ExtentAccount> {
    const extent = (await answerOf(from, to)).county?.extent[0];
    if (!extent) throw new Error('no account');
    return extent;
  }

  before(async function () {
    this.timeout(60_000);
    await load('municipality', [
      municipality(0, halves[0], { number: '9950', name: 'Vest' }),
      municipality(1, halves[1], { number: '9951', name: 'Øst', valid_from: '2020-01-01' }),
      // The eastern half had the whole land before, and will have it again: neither is its land today.
      municipality(3, outline, { number: '9951', name: 'Hele', valid_from: '2010-01-01', valid_to: '2019-12-31' }),
      municipality(4, outline, { number: '9951', name: 'Hele', valid_from: '2999-01-01' }),
      municipality(5, outline, { number: '9952', name: 'Ny', valid_from: '2999-01-01' }),
      municipality(2, outline, { number: '9949', name: 'Gamle Ruta', valid_to: '2019-12-31' }),
    ]);
  });

  it('are what clipping and adding up each figure for itself gives, also of halves: nothing is told from another', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(drawings, drawings, async (before, after) => {
        const [from, to] = [draw(before, 2020), draw(after, 2024)];
        const { accounts, county } = await answerOf(from, to, { sliver_width_m: 0 });
        expect(accounts.map(({ borders }) => borders.since)).to.deep.equal([null, '2020-01-01']);
        expectFigures(county?.extent[0], recomputeCoverage(from, to, outline));
        expectFigures(accounts[0]?.extent[0], recomputeCoverage(from, to, halves[0]));
      }),
      { numRuns: given.kind === 'server' ? 5 : 2, seed: 7 },
    );
  });

  it('call borders that were redrawn 5 cm to the side noise, not change', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        drawings.map(nothingWrong),
        fc.array(fc.constantFrom(-0.05, 0, 0.05), { minLength: 18, maxLength: 18 }),
        async (drawing, steps) => {
          const moved: Drawing = {
            ...drawing,
            moves: drawing.moves.map(([x, y], at) => [x + (steps[2 * at] ?? 0), y + (steps[2 * at + 1] ?? 0)]),
          };
          const [from, to] = [draw(drawing, 2020), draw(moved, 2024)];
          const extent = await account(from, to);
          const expected = recomputeCoverage(from, to, outline);
          expectBalanced(extent, slack);
          expect(extent.gross_change_m2).to.be.closeTo(expected.gross, slack);
          expect(extent.noise_m2).to.be.closeTo(expected.gross, slack);
          for (const row of extent.classes) {
            expect(row.additions_m2 + row.reductions_m2).to.be.closeTo(0, slack);
            expect(row.closing_m2).to.be.closeTo(expected.classes[row.class]?.opening ?? 0, slack);
          }
        },
      ),
      { numRuns: given.kind === 'server' ? 3 : 1, seed: 7 },
    );
  });

  it('are the same when polygons are split and told in another order', async () => {
    const [drawing] = fc.sample(drawings, { numRuns: 1, seed: 3 });
    if (!drawing) throw new Error('no drawing');
    const whole = draw(nothingWrong(drawing), 2020);
    const split = whole.flatMap(({ geometry, ...feature }): SourceFeature[] => {
      const { coordinates } = geometry as Polygon;
      const [ring = []] = coordinates;
      if (coordinates.length > 1) return [{ ...feature, geometry }];
      const half = (corners: number[], id: string): SourceFeature => ({
        ...{ ...feature, id: `${feature.id}-${id}` },
        geometry: { type: 'Polygon', coordinates: [[...corners, corners[0] ?? 0].map((at) => ring[at] ?? [])] },
      });
      return ring.length === 5 ? [half([0, 1, 2], 'a'), half([0, 2, 3], 'b')] : [{ ...feature, geometry }];
    });
    const later = [...split].reverse().map((feature) => ({
      ...{ ...feature, id: `later-${feature.id}` },
      properties: { ...feature.properties, year: 2024 },
    }));
    const extent = await account(whole, later);
    expect(extent.gross_change_m2).to.be.closeTo(0, slack);
    expectBalanced(extent, slack);
  });

  it('find a gap and an overlap of one size, which cancel in the sum', async () => {
    const features = draw({ ...plain, missing: [5], twice: [10] }, 2020);
    const one = recomputeCoverage(features, features, outline).proof.from.gap;
    const { proof, area_m2, classes } = await account(features, draw(plain, 2024));
    expect(proof.sum_m2).to.be.closeTo(area_m2, slack);
    expect(proof.overlap_m2).to.be.closeTo(one, slack);
    expect(proof.unclassified_m2).to.be.closeTo(one, slack);
    expect(proof.closes).to.equal(false);
    expect(classes.find((row) => row.class === 'unclassified')?.opening_m2).to.be.closeTo(one, slack);
  });

  it('say which polygons have no year, and so are in both versions', async () => {
    const features = draw(plain, 2020);
    const undated = features.map((own, at) =>
      at < 3 ? { ...own, properties: { class: own.properties['class'] } } : own,
    );
    const extent = await account(undated, draw(plain, 2024).slice(3));
    expect(extent.undated.map(({ polygons }) => polygons)).to.deep.equal([3]);
    expect([extent.gross_change_m2, extent.proof.unclassified_m2].map(Math.round)).to.deep.equal([0, 0]);
    expect([extent.from.year, extent.to.year]).to.deep.equal([2020, 2024]);
  });

  it('say what is wrong with the question or the data', async () => {
    const same: Drawing = { ...plain, kinds: [] };
    const alone = await account(draw(same, 2020), []);
    expect(alone.data).to.equal('one-version');
    const strange = draw(same, 2024).map((feature, at) => ({
      ...feature,
      properties: { ...feature.properties, class: at < 8 ? null : 'X7' },
    }));
    const mixed = await account(draw(same, 2020), strange);
    expect(mixed.only_in.from).to.deep.equal(['11']);
    expect(mixed.only_in.to).to.include('unknown');
    const asked = (inputs: object) =>
      makeAccounts(given.database(), given.catalogue(), AccountInput.parse(inputs)).then(
        () => '',
        (error: unknown) => (error as Error).message,
      );
    expect(await asked({ municipalities: '9949' }))
      .to.include('9949 ended')
      .and.to.match(/995[01] (Vest|Øst)/);
    expect(await asked({ municipalities: '9952' }))
      .to.include('9952 holds from 2999-01-01')
      .and.to.include('import');
    expect(await asked({ municipalities: '1234' })).to.include('9950');
    expect(await asked({ from: 1999 }))
      .to.include('2020')
      .and.to.include('2024');
    expect(await asked({ to: { edition: 9999 } })).to.include('edition 9999');
    expect(await asked({ plan: { href: '/plans/none' } })).to.include('/plans/none');
  });
});

/** Every figure is the one that was worked out outside, and the one that is not there is none. */
function expectFigures(extent: ExtentAccount | undefined, expected: ReturnType<typeof recomputeCoverage>): void {
  if (!extent) throw new Error('no account');
  expect(extent.area_m2).to.be.closeTo(expected.area, slack);
  for (const year of ['from', 'to'] as const) {
    const [own, other] = [extent.proof_by_year[year], expected.proof[year]];
    expect(own.sum_m2, `${year} sum`).to.be.closeTo(other.sum, slack);
    expect(own.union_m2, `${year} union`).to.be.closeTo(other.union, slack);
    expect(own.overlap_m2, `${year} overlap`).to.be.closeTo(other.overlap, slack);
    expect(own.unclassified_m2, `${year} gap`).to.be.closeTo(other.gap, slack);
    expect(own.closes, year).to.equal(other.gap + other.overlap < 0.1);
  }
  for (const name of new Set([...extent.classes.map((row) => row.class), ...Object.keys(expected.classes)])) {
    const own = extent.classes.find((row) => row.class === name);
    const other = expected.classes[name];
    expect(own?.opening_m2 ?? 0, `opening ${name}`).to.be.closeTo(other?.opening ?? 0, slack);
    expect(own?.additions_m2 ?? 0, `additions ${name}`).to.be.closeTo(other?.additions ?? 0, slack);
    expect(own?.reductions_m2 ?? 0, `reductions ${name}`).to.be.closeTo(other?.reductions ?? 0, slack);
    expect(own?.closing_m2 ?? 0, `closing ${name}`).to.be.closeTo(other?.closing ?? 0, slack);
    const cells = { ...extent.matrix[name], ...expected.matrix[name] };
    for (const to of Object.keys(cells))
      expect(extent.matrix[name]?.[to] ?? 0, `${name} to ${to}`).to.be.closeTo(expected.matrix[name]?.[to] ?? 0, slack);
  }
}

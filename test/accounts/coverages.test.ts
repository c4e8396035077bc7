import { expect } from 'chai';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { makeAccounts } from '../../services/accounts/accounts.ts';
import type { ExtentAccount } from '../../services/accounts/extent/extent-account.ts';
import { AccountInput } from '../../services/accounts/inputs.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { eachDatabase } from '../setup/databases.ts';
import { expectBalanced } from './invariants.ts';
import { draw, drawings, nothingWrong, outline, type Drawing } from './random-coverage.ts';

const crs = 25832;
/** m² that a coverage of 16 ha may miss by: what the series of the ellipsoid leave out of a thousand millionth, several times. */
const slack = 1e-3;
/** Ellipsoidal by planar area here; the same everywhere on these 400 m to 1e-9. */
let scale = 1;

eachDatabase('accounts of random coverages', (given) => {
  const municipality = (...properties: Record<string, unknown>[]): SourceFeature[] =>
    properties.map((own, index) => ({
      ...{ index, id: String(index), properties: own },
      geometry: { type: 'Polygon', coordinates: [outline] } satisfies Polygon,
    }));

  async function load(layer: string, features: SourceFeature[]): Promise<void> {
    const { datasetId, report } = await loadDataset(given.database(), given.catalogue(), {
      ...{ layer, part: 'test', features, crs },
    });
    expect(report.rejected).to.equal(0);
    await publish(given.database(), given.catalogue(), [{ layer, add: [datasetId], remove: 'all', note: 'test' }]);
  }

  async function account(from: SourceFeature[], to: SourceFeature[], inputs = {}): Promise<ExtentAccount> {
    const all = [...from, ...to].map((feature, index) => ({ ...feature, index }));
    await load('land-cover', all);
    const { accounts } = await makeAccounts(given.database(), given.catalogue(), AccountInput.parse(inputs));
    const extent = accounts[0]?.extent[0];
    if (!extent) throw new Error('no account');
    return extent;
  }

  before(async function () {
    this.timeout(60_000);
    await load('municipality', [
      ...municipality({ number: '9950', name: 'Ruta' }),
      ...municipality({ number: '9949', name: 'Gamle Ruta', valid_to: '2019-12-31' }).map((own) => ({
        ...own,
        index: 1,
        id: 'old',
      })),
    ]);
  });

  it('balance, and find what gaps and overlaps there are, each for itself', async function () {
    this.timeout(120_000);
    const runs = given.kind === 'server' ? 6 : 2;
    await fc.assert(
      fc.asyncProperty(drawings, drawings, async (before, after) => {
        const [from, to] = [draw(before, 2020), draw(after, 2024)];
        const extent = await account(from.features, to.features);
        scale = extent.area_m2 / 160_000;
        expectBalanced(extent, slack);
        const { from: opening, to: closing } = extent.proof_by_year;
        expect(opening.unclassified_m2).to.be.closeTo(from.gap * scale, slack);
        expect(opening.overlap_m2).to.be.closeTo(from.overlap * scale, slack);
        expect(closing.unclassified_m2).to.be.closeTo(to.gap * scale, slack);
        expect(closing.overlap_m2).to.be.closeTo(to.overlap * scale, slack);
        expect(opening.closes).to.equal(from.gap + from.overlap === 0);
      }),
      { numRuns: runs, seed: 7 },
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
          const extent = await account(draw(drawing, 2020).features, draw(moved, 2024).features);
          expectBalanced(extent, slack);
          expect(extent.gross_change_m2).to.be.below(400);
          expect(extent.noise_m2).to.be.closeTo(extent.gross_change_m2, slack);
          for (const row of extent.classes) expect(row.additions_m2 + row.reductions_m2).to.be.closeTo(0, slack);
        },
      ),
      { numRuns: given.kind === 'server' ? 3 : 1, seed: 7 },
    );
  });

  it('are the same when polygons are split and told in another order', async () => {
    const [drawing] = fc.sample(drawings, { numRuns: 1, seed: 3 });
    if (!drawing) throw new Error('no drawing');
    const whole = draw(nothingWrong(drawing), 2020).features;
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
    const plain: Drawing = {
      moves: [],
      kinds: Array.from({ length: 16 }, (_, at) => at % 6),
      missing: [],
      twice: [],
      island: -1,
    };
    const { features } = draw({ ...plain, missing: [5], twice: [10] }, 2020);
    const { proof, area_m2, classes } = await account(features, draw(plain, 2024).features);
    expect(proof.sum_m2).to.be.closeTo(area_m2, slack);
    expect(proof.overlap_m2).to.be.closeTo(10_000 * scale, slack);
    expect(proof.unclassified_m2).to.be.closeTo(10_000 * scale, slack);
    expect(proof.closes).to.equal(false);
    expect(classes.find((row) => row.class === 'unclassified')?.opening_m2).to.be.closeTo(10_000 * scale, slack);
  });

  it('say what is wrong with the question or the data', async () => {
    const plain: Drawing = { moves: [], kinds: [], missing: [], twice: [], island: -1 };
    const alone = await account(draw(plain, 2020).features, []);
    expect(alone.data).to.equal('one-version');
    const strange = draw(plain, 2024).features.map((feature, at) => ({
      ...feature,
      properties: { ...feature.properties, class: at < 8 ? null : 'X7' },
    }));
    const mixed = await account(draw(plain, 2020).features, strange);
    expect(mixed.only_in.from).to.deep.equal(['11']);
    expect(mixed.only_in.to).to.include('unknown');
    const asked = (inputs: object) =>
      makeAccounts(given.database(), given.catalogue(), AccountInput.parse(inputs)).then(
        () => '',
        (error: unknown) => (error as Error).message,
      );
    expect(await asked({ municipalities: '9949' }))
      .to.include('9949 ended')
      .and.to.include('9950');
    expect(await asked({ municipalities: '1234' })).to.include('9950');
    expect(await asked({ from: 1999 }))
      .to.include('2020')
      .and.to.include('2024');
    expect(await asked({ to: { edition: 99 } })).to.include('edition 99');
    expect(await asked({ plan: { href: '/plans/none' } })).to.include('/plans/none');
  });
});

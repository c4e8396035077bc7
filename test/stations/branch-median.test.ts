import { expect } from 'chai';
import fc from 'fast-check';
import { pMedian } from '../../services/stations/network/models/p-median.ts';
import { sitesOf } from '../../services/stations/network/places.ts';
import type { MedianQuestion } from '../../services/stations/network/question.ts';
import { branchMedian } from '../../services/stations/network/search/branch-median.ts';
import { medianBound } from '../../services/stations/network/search/lagrangian.ts';
import { startOf } from '../../services/stations/network/search/start.ts';
import { enumerate } from './every-plan.ts';

const forever = { until: () => false, onPlan: () => {} };

/** Distances without any geometry: here the relaxed problem is farthest from the true one. */
const questions = fc.integer({ min: 5, max: 9 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, at) => `s${at}`);
  const row = (most: number) => fc.array(fc.integer({ min: 1, max: most }), { minLength: size, maxLength: size });
  return fc.record({
    model: fc.constant('p-median' as const),
    candidates: fc.constant(ids.map((id) => ({ id }))),
    demand: row(3).map((weights) => weights.map((weight, at) => ({ id: `d${at}`, weight }))),
    distance: fc.array(row(20), { minLength: size, maxLength: size }),
    existing: fc.constantFrom([], ['s1']),
    spacing: fc.option(fc.record({ value: fc.integer({ min: 2, max: 8 }), distances: fc.array(row(20), { minLength: size, maxLength: size }) }), { nil: undefined }), // prettier-ignore
    p: fc.integer({ min: 2, max: 4 }),
  });
});

describe('a p-median whose search is divided', () => {
  it('is the best of all plans, and no bound on the way was above it', () => {
    let [divided, spaced] = [0, 0];
    fc.assert(
      fc.property(questions, ({ spacing, ...given }) => {
        const question: MedianQuestion = { ...given, ...(spacing && { min_spacing: spacing }) };
        const best = enumerate(question).objective ?? Infinity;
        const sites = sitesOf(question);
        const model = pMedian(question, sites);
        // From a poor plan, so that there is something left to find.
        const poor = sites.ids.flatMap((_, at) => (at < (question.p ?? 0) ? [at] : []));
        for (const start of [...(spacing ? [] : [poor]), startOf(sites, model, forever)]) {
          const known = medianBound(sites, model, start, () => false);
          expect(known.bound).to.be.at.most(best + 1e-9);
          // With sites too close to one another there may be no plan, or none that is easily found.
          if (known.open === null && spacing) continue;
          if (known.open === null) expect.fail('no plan');
          if (spacing) spaced += 1;
          if (known.bound < known.cost) divided += 1;
          const found = branchMedian(sites, model, { ...known, open: known.open }, { until: () => false, onBetter: () => {} }); // prettier-ignore
          expect(found.done).to.equal(true);
          expect(found.cost).to.be.closeTo(best, 1e-9);
        }
      }),
      { numRuns: 300, seed: 6 },
    );
    expect(divided).to.be.greaterThan(5);
    expect(spaced).to.be.greaterThan(50);
  });

  it('tells its first plan before it makes it better, and leaves it at that when time is up', () => {
    // Greedy takes the middle first, and only an exchange gets away from it.
    const at = [0, 10, 11, 20, 21, 30];
    const ids = at.map((_, index) => ({ id: `s${index}` }));
    const question = {
      ...{ model: 'p-median' as const, candidates: ids, p: 2 },
      demand: at.map((_, index) => ({ id: `d${index}`, weight: index === 2 || index === 3 ? 3 : 4 })),
      distance: at.map((one) => at.map((other) => Math.abs(one - other))),
    };
    const sites = sitesOf(question);
    const model = pMedian(question, sites);
    const told: number[][] = [];
    const onPlan = (open: number[]) => told.push(open);
    const greedy = startOf(sites, model, { until: () => true, onPlan });
    const better = startOf(sites, model, { until: () => false, onPlan });
    expect(told).to.deep.equal([greedy, greedy]);
    expect(better).not.to.deep.equal(greedy);
  });

  it('says that it is not done when there is no time', () => {
    const distance = [[0, 7, 8, 9], [7, 0, 9, 8], [8, 9, 0, 7], [9, 8, 7, 0]]; // prettier-ignore
    const ids = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    const question = { model: 'p-median' as const, candidates: ids, demand: ids.map(({ id }) => ({ id, weight: 1 })), distance, p: 2 }; // prettier-ignore
    const sites = sitesOf(question);
    const model = pMedian(question, sites);
    const known = medianBound(sites, model, [0, 1], () => true);
    const found = branchMedian(sites, model, { ...known, open: [0, 1] }, { until: () => true, onBetter: () => {} });
    expect(found).to.deep.equal({ ...found, open: [0, 1], done: false });
  });

  it('goes on with the bound while no plan is known', () => {
    const distance = [[0.5, 7, 8, 9], [7, 0.5, 9, 8], [8, 9, 0.5, 7], [9, 8, 7, 0.5]]; // prettier-ignore
    const ids = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    const question = { model: 'p-median' as const, candidates: ids, demand: ids.map(({ id }) => ({ id, weight: 1 })), distance, p: 2 }; // prettier-ignore
    const demanded = { kind: 'stretch' as const, road: 'E16', direction: 'both' as const, from_km: 0, to_km: 1 };
    const sites = { ...sitesOf(question), stretches: [{ sites: [0, 1], demanded }] };
    let rounds = 0;
    medianBound(sites, pMedian(question, sites), null, () => ++rounds > 50);
    expect(rounds).to.be.greaterThan(5);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { answerQuestion } from '../../services/stations/network/answer-question.ts';
import type { NetworkQuestion } from '../../services/stations/network/question.ts';
import { enumerate } from './every-plan.ts';

const quiet = { onAnswer: () => {}, onProgress: () => {} };
const answer = (question: NetworkQuestion) => answerQuestion(question, { seconds: 60 }, quiet);
const sized = (width: number, least: number, most: number) => fc.array(fc.integer({ min: least, max: most }), { minLength: width, maxLength: width }); // prettier-ignore

/** One demand is a thousand to a thousand million times the others, and near to some sites or far from them. */
const questions = fc
  .record({
    model: fc.constantFrom('p-median' as const, 'covering' as const, 'set-cover' as const, 'shared' as const),
    heavy: fc.constantFrom(5e3, 2e6, 1e8, 1e9),
    whole: fc.boolean(),
    weights: sized(9, 1, 3),
    near: fc.array(sized(9, 1, 4), { minLength: 9, maxLength: 9 }),
    far: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    apart: fc.array(sized(9, 2, 6), { minLength: 9, maxLength: 9 }),
  })
  .map(({ model, heavy: heaviest, whole, weights, near, far, apart }): NetworkQuestion => {
    // What is no whole number is told apart to 1e-10 of the largest.
    const [part, heavy] = whole ? [1, heaviest] : [0.3, Math.min(heaviest, 2e6)];
    const ids = weights.map((_, at) => `s${at}`);
    const demand = [heavy * part, ...weights.map((weight) => weight * part)].map((weight, at) => ({ id: `d${at}`, weight })); // prettier-ignore
    const all = demand.reduce((sum, { weight }) => sum + weight, 0);
    const asked = {
      candidates: ids.map((id) => ({ id, capacity: model === 'shared' ? 3 * all : undefined })),
      demand,
      distance: near.map((row, at) => [far[at] ? 300 : 0, ...row]),
      min_spacing: { value: 3, distances: apart },
    };
    if (model === 'set-cover') return { model, ...asked, radius: 1, share: 1 - (2.5 * part) / all };
    return model === 'p-median' ? { model, ...asked, p: 4 } : { model: 'covering', ...asked, radius: 1, p: 3 };
  });

describe('weights of very different size', () => {
  it('do not hide the best plan from the proof', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const every = enumerate(question);
        const found = await answer(question);
        expect(found.proven).to.equal(true);
        expect(found.status).to.equal(every.objective === null ? 'infeasible' : 'optimal');
        if (every.objective !== null) expect(found.objective).to.be.closeTo(every.objective, 0.01);
      }),
      { numRuns: 80, seed: 6 },
    );
  });

  it('do not make a share met that is not', async () => {
    const demand = [100_000, 0.1, 100_000].map((weight, at) => ({ id: `d${at}`, weight }));
    const distance = [[0, 9, 0], [9, 0, 9]]; // prettier-ignore
    const candidates = [{ id: 'a' }, { id: 'b' }];
    const found = await answer({ model: 'set-cover', candidates, demand, distance, radius: 1, share: 0.9999999 });
    expect(found).to.deep.include({ status: 'optimal', open: ['a', 'b'] });
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { answerQuestion } from '../../services/stations/network/answer-question.ts';
import { checkQuestion } from '../../services/stations/network/check-question.ts';
import { enumerate, isPossible } from './every-plan.ts';
import { questions } from './random-questions.ts';

const quiet = { onAnswer: () => {}, onProgress: () => {} };

describe('the best network of stations', () => {
  it('is the one that trying every plan finds, whatever the model and its rules', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        checkQuestion(question);
        const every = enumerate(question);
        const found = await answerQuestion(question, { seconds: 60 }, quiet);
        expect(found.proven).to.equal(true);
        expect(found.status).to.equal(every.objective === null ? 'infeasible' : 'optimal');
        if (every.objective === null) {
          expect(found.objective).to.equal(null);
          const demands = found.clash?.demands ?? [];
          expect(isPossible(question, demands), 'the clash is possible').to.equal(false);
          for (const left of demands)
            expect(isPossible(question, demands.filter((one) => one !== left)), 'smaller').to.equal(true); // prettier-ignore
          return;
        }
        expect(found.objective).to.be.closeTo(every.objective, 1e-9);
        expect(every.sets.map((set) => [...set].sort())).to.deep.include(found.open);
        expect(found.order.map(({ id }) => id)).to.have.members(found.added);
        const stopped = await answerQuestion(question, { seconds: 0 }, quiet);
        if (stopped.objective === null || stopped.bound === null) return;
        const [low, high] = [Math.min(stopped.objective, stopped.bound), Math.max(stopped.objective, stopped.bound)];
        expect(every.objective).to.be.within(low - 1e-9, high + 1e-9);
        expect(stopped.proven).to.equal(false);
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});

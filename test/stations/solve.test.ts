import { expect } from 'chai';
import { answerQuestion } from '../../services/stations/network/answer-question.ts';
import { BadQuestion } from '../../services/stations/network/answer.ts';
import type { CoveringQuestion, MedianQuestion } from '../../services/stations/network/question.ts';
import { solveNetwork } from '../../services/stations/network/solve.ts';

/** Sites and demand along a line, a kilometre apart; demand weighs 1, 2, 3 … */
const places = Array.from({ length: 30 }, (_, at) => at);
const onLine = {
  candidates: places.map((at) => ({ id: `s${String(at).padStart(2, '0')}` })),
  demand: places.map((at) => ({ id: `d${String(at).padStart(2, '0')}`, weight: 1 + (at % 7) })),
  distance: places.map((one) => places.map((other) => Math.abs(one - other))),
};
const covering: CoveringQuestion = { model: 'covering', ...onLine, radius: 2, p: 3 };
const median: MedianQuestion = { model: 'p-median', ...onLine, p: 4 };

describe('a search for the best network', () => {
  it('answers two questions at once, each with its own proof, and the same whatever the order of the lists', async () => {
    const turned = { ...covering, candidates: [...covering.candidates].reverse(), distance: [...covering.distance].reverse() }; // prettier-ignore
    const [one, other, again] = await Promise.all([covering, median, turned].map((question) => solveNetwork(question)));
    expect([one?.status, other?.status]).to.deep.equal(['optimal', 'optimal']);
    expect(one?.open).to.have.length(3);
    expect(other?.open).to.have.length(4);
    expect(again).to.deep.equal(one);
  });

  it('answers with a plan, its bound and its gap when there is no time to search', async () => {
    for (const question of [covering, median]) {
      const stopped = await solveNetwork(question, { timeLimit_s: 0 });
      const best = await solveNetwork(question);
      expect(stopped).to.include({ status: 'stopped', proven: false, stoppedBy: 'time' });
      expect(stopped.open).to.have.length(question.p ?? NaN);
      expect(stopped.gap).to.be.greaterThan(0);
      const [low, high] = [stopped.objective ?? NaN, stopped.bound ?? NaN].sort((a, b) => a - b);
      expect(best.objective).to.be.within(low ?? NaN, high ?? NaN);
    }
  });

  it('ends at once when it is called off, and the next one is answered', async () => {
    const callOff = new AbortController();
    const slow = solveNetwork(median, {
      signal: callOff.signal,
      onProgress: () => callOff.abort(new Error('enough')),
    });
    await slow.then(
      () => expect.fail('it was answered'),
      (error: Error) => expect(error.message).to.equal('enough'),
    );
    expect((await solveNetwork(median)).proven).to.equal(true);
    const gone = await solveNetwork(median, { signal: AbortSignal.abort(new Error('gone')) }).catch(
      (error: unknown) => error,
    );
    expect(gone).to.have.property('message', 'gone');
  });

  it('tells how far it has come, the bound never worse than before', async () => {
    const seen: (number | null)[] = [];
    const { objective } = await solveNetwork(median, { onProgress: ({ bound }) => seen.push(bound) });
    const bounds = seen.filter((bound) => bound !== null);
    expect(bounds).to.have.length.greaterThan(0);
    expect(bounds).to.deep.equal([...bounds].sort((one, other) => one - other));
    expect(bounds.at(-1)).to.be.at.most(objective ?? NaN);
  });

  it('keeps the plan of its start when a programme is too large for the solver', async () => {
    const quiet = { onAnswer: () => {}, onProgress: () => {} };
    const found = await answerQuestion(covering, { seconds: 60, mostEntries: 10 }, quiet);
    expect(found).to.include({ status: 'stopped', stoppedBy: 'size', proven: false });
    expect(found.open).to.have.length(3);
  });

  it('shares demand among stations that are full', async () => {
    const demand = [{ id: 'd', weight: 10 }, { id: 'e', weight: 4 }]; // prettier-ignore
    const distance = [[1, 9], [2, 1]]; // prettier-ignore
    const candidates = [{ id: 'a', capacity: 6 }, { id: 'b', capacity: 7 }]; // prettier-ignore
    const both = { candidates, demand, distance, p: 2 } as const;
    const covered = await solveNetwork({ model: 'covering', ...both, radius: 3 });
    // a takes 6 of d, b the other 4 of it and 3 of e.
    expect(covered.objective).to.be.closeTo(13, 1e-9);
    expect(covered.covered).to.deep.equal(['d', 'e']);
    expect(await solveNetwork({ model: 'p-median', ...both })).to.deep.include({ status: 'infeasible', clash: { demands: demand.map(({ id }) => ({ kind: 'demand', id })), rules: ['capacity'], smallest: true } }); // prettier-ignore
    const roomy = candidates.map(({ id }) => ({ id, capacity: 7 }));
    // d: 7 at 1 from a, 3 at 2 from b; e: 4 at 1 from b.
    expect((await solveNetwork({ model: 'p-median', ...both, candidates: roomy })).objective).to.be.closeTo(17, 1e-9);
  });

  it('builds what adds most first', async () => {
    const { order } = await solveNetwork({ ...covering, existing: ['s00'], p: undefined, p_new: 2 });
    expect(order.map(({ adds }) => adds)).to.deep.equal(
      order.map(({ adds }) => adds).sort((a, b) => (b ?? 0) - (a ?? 0)),
    );
    expect(order).to.have.length(2);
  });

  it('sets demand aside that nothing can reach, and names it', async () => {
    const out = (row: readonly number[]) => row.map((far, at) => (at === 29 ? null : far));
    const distance = onLine.distance.map(out);
    const answers = await Promise.all([{ ...covering, distance }, { ...median, distance }].map((question) => solveNetwork(question))); // prettier-ignore
    for (const answer of answers) expect(answer).to.deep.include({ status: 'optimal', unreached: ['d29'] });
  });

  it('says what cannot be asked', async () => {
    const wrong: [Partial<Record<string, unknown>>, RegExp][] = [
      [{ candidates: [], distance: [] }, /no candidates/],
      [{ p: 31 }, /31 stations are more than the 30 candidates/],
      [{ forbidden: onLine.candidates.map(({ id }) => id) }, /more than the 0 candidates/],
      [{ p: 0 }, /whole number that is 1 or more/],
      [{ p: 2.5 }, /whole number/],
      [{ p: 1, existing: ['s01', 's02'] }, /fewer than the 2 that stand/],
      [{ p: 3, p_new: 1 }, /do not agree/],
      [{ existing: ['nowhere'] }, /nowhere is in existing but not among the candidates/],
      [{ existing: ['s01'], forbidden: ['s01'] }, /both standing and forbidden/],
      [{ radius: NaN }, /radius must be a number/],
      [{ demand: [] }, /no demand/],
      [{ demand: onLine.demand.map((one) => ({ ...one, weight: NaN })) }, /weight of d00 .* got NaN/],
      [{ distance: onLine.distance.map((row) => row.map(() => NaN)) }, /distance from s00 to d00 is NaN/],
      [{ distance: onLine.distance.slice(1) }, /s29 has 0 numbers/],
      [{ candidates: [...onLine.candidates.slice(1), { id: 's01' }] }, /s01 is given twice/],
      [{ min_spacing: { value: -1, distances: onLine.distance } }, /least spacing must be/],
      [{ roads: [{ id: 'Rv7', length_km: 9, sites: [], max_gap_km: 5, ends_km: 6 }] }, /ends_km of Rv7 is 6/],
    ];
    for (const [part, words] of wrong) {
      const said = await solveNetwork({ ...covering, ...part }).catch((error: unknown) => error);
      expect(said, String(words)).to.be.instanceOf(BadQuestion);
      expect((said as BadQuestion).explanation.en).to.match(words);
      expect((said as BadQuestion).explanation.nb).to.have.length.greaterThan(10);
    }
    const late = await solveNetwork(covering, { timeLimit_s: NaN }).catch((error: unknown) => error);
    expect(late).to.be.instanceOf(BadQuestion);
  });
});

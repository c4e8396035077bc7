import { expect } from 'chai';
import fc from 'fast-check';
import { rank } from '../../services/stations/ranking/rank.ts';
import { CannotRank, type Criterion, type Site } from '../../services/stations/ranking/ranking.ts';
import { stability } from '../../services/stations/ranking/stability.ts';

const two: Criterion[] = [
  { id: 'trucks', direction: 'max', weight: 0.6 },
  { id: 'grid', direction: 'max', weight: 0.4 },
];
/** a is best by trucks and b by grid, so a is first wherever trucks weigh more than half. */
const pair: Site[] = [
  { id: 'a', values: { trucks: 1, grid: 0 } },
  { id: 'b', values: { trucks: 0, grid: 1 } },
];

/** The chance that Beta(a, b) is above one half, by Simpson's rule over the density. */
function aboveHalf(a: number, b: number): number {
  const density = (x: number) => x ** (a - 1) * (1 - x) ** (b - 1);
  const area = (from: number, to: number) => {
    const [steps, width] = [2000, (to - from) / 2000];
    let sum = 0;
    for (let at = 0; at <= steps; at++) sum += density(from + at * width) * (at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2); // prettier-ignore
    return (sum * width) / 3;
  };
  return area(0.5, 1) / area(0, 1);
}

describe('stability of a ranking', () => {
  it('converges to what can be integrated, within its stated standard error', () => {
    for (const concentration of [8, 30]) {
      const found = stability(pair, two, { draws: 40_000, concentration });
      const [a, b] = found.sites;
      const truth = aboveHalf(0.6 * concentration, 0.4 * concentration);
      expect(a?.first).to.be.closeTo(truth, 4 * (a?.firstError ?? 0));
      expect(a?.firstError).to.be.closeTo(Math.sqrt((truth * (1 - truth)) / 40_000), 1e-4);
      expect((a?.first ?? 0) + (b?.first ?? 0)).to.be.closeTo(1, 1e-12);
      expect([a?.topFive, b?.topFive]).to.deep.equal([1, 1]);
      expect(a?.ranks[0]).to.equal(a?.first);
    }
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    const bytes = (seed: number) => JSON.stringify(stability(pair, two, { draws: 500, seed }).sites);
    expect(bytes(7)).to.equal(bytes(7));
    expect(bytes(7)).not.to.equal(bytes(8));
    expect(JSON.stringify(stability([...pair].reverse(), two, { draws: 500, seed: 7 }).sites)).to.equal(bytes(7));
  });

  it('leaves a criterion of no weight without weight in every draw', () => {
    const found = stability(pair, [two[0], { ...two[1], weight: 0 }], { draws: 200 });
    expect(found.sites.map(({ id, first }) => [id, first])).to.deep.equal([['a', 1], ['b', 0]]); // prettier-ignore
  });

  it('tells the smallest change that unseats the leader: here from 0.6 to 0.5', () => {
    const { leader, smallestSingle, smallestAny } = stability(pair, two, { draws: 1 });
    expect(leader).to.equal('a');
    expect(smallestSingle).to.deep.include({ by: 'b', criterion: 'trucks', from: 0.6 });
    expect(smallestSingle?.to).to.be.closeTo(0.5, 1e-12);
    expect(smallestAny?.moved).to.be.closeTo(0.1, 1e-12);
    const never = stability([pair[0], { id: 'c', values: { trucks: 0, grid: -1 } }], two, { draws: 1 });
    expect([never.smallestSingle, never.smallestAny]).to.deep.equal([null, null]);
  });

  it('takes no site for a challenger that can at best come level', () => {
    const one = (id: string, trucks: number, grid: number): Site => ({ id, values: { trucks, grid } });
    // b is as good by trucks and worse by grid: level when grid has no weight, and never ahead.
    const dominated = stability([one('a', 1, 1), one('b', 1, 0)], two, { draws: 1 });
    expect([dominated.smallestSingle, dominated.smallestAny]).to.deep.equal([null, null]);
    const among = stability([one('a', 1, 0.9), one('b', 1, 0), one('c', 0, 1)], two, { draws: 1 });
    expect([among.smallestSingle?.by, among.smallestAny?.by]).to.deep.equal(['c', 'c']);
    const level = stability([one('a', 1, 1), one('b', 1, 1)], two, { draws: 1 });
    expect([level.smallestSingle?.by, level.smallestAny?.moved]).to.deep.equal(['b', 0]);
  });

  it('states an error also where all draws agree, but none of what cannot be otherwise', () => {
    const once = stability(pair, two, { draws: 1 });
    for (const { firstError } of once.sites) expect(firstError).to.be.within(0.2, 0.5);
    for (const { topFiveError } of once.sites) expect(topFiveError).to.equal(0);
    const sure = stability(pair, [{ ...two[0], weight: 99 }, two[1]], { draws: 1000, concentration: 900 }); // prettier-ignore
    expect(sure.sites[0]?.first).to.equal(1);
    expect(sure.sites[0]?.firstError).to.be.within(0.001, 0.002);
  });

  it('tells ranks of a thousand sites, each with its first hundred', () => {
    const many = Array.from({ length: 1000 }, (_, at): Site => ({ id: `s${String(at).padStart(4, '0')}`, values: { trucks: -at, grid: -at } })); // prettier-ignore
    const { sites } = stability(many, two, { draws: 20 });
    expect(sites[700]).to.deep.include({ id: 's0700', meanRank: 701, usualRanks: [701, 701] });
    expect(sites[49]?.ranks).to.deep.equal(Array.from({ length: 100 }, (_, at) => (at === 49 ? 1 : 0)));
  });

  it('has no smaller change than the one it tells, and with that one the two are level', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    const values = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }); // prettier-ignore
    fc.assert(
      fc.property(weights, values, fc.array(weights, { minLength: 30, maxLength: 30 }), (own, rows, others) => {
        const criteria = (some: readonly number[]) => some.map((weight, at): Criterion => ({ id: `c${at}`, direction: 'max', weight })); // prettier-ignore
        const sites = rows.map((row, at): Site => {
          return { id: `s${at}`, values: Object.fromEntries(row.map((value, column) => [`c${column}`, value])) };
        });
        const { leader, smallestSingle, smallestAny } = stability(sites, criteria(own), { draws: 1 });
        const share = (some: readonly number[]) => some.map((weight) => weight / some.reduce((sum, one) => sum + one));
        const leads = (some: readonly number[]) => {
          const found = rank(sites, criteria(some)).sites;
          return found.find(({ id }) => id === leader)?.rank === 1 && found[1]?.rank !== 1;
        };
        for (const change of [smallestSingle, smallestAny]) {
          if (!change) continue;
          const scores = rank(
            sites,
            criteria(Object.values(change.weights).map((weight) => Math.max(0, weight))),
          ).sites;
          const score = (id: string | null) => scores.find((one) => one.id === id)?.score ?? NaN;
          expect(score(change.by)).to.be.closeTo(score(leader), 1e-9);
        }
        const least = smallestAny?.moved ?? Infinity;
        expect(least).to.be.at.most(Math.abs((smallestSingle?.to ?? Infinity) - (smallestSingle?.from ?? 0)) + 1e-9);
        for (const other of others)
          for (const part of [0.2, 0.5, 1]) {
            const mixed = share(own).map((weight, at) => weight * (1 - part) + (share(other)[at] ?? 0) * part);
            const moved = mixed.reduce((sum, weight, at) => sum + Math.abs(weight - (share(own)[at] ?? 0)), 0) / 2;
            if (moved < least - 1e-9) expect(leads(mixed), `${String(mixed)} moves ${moved}`).to.equal(leads(own));
          }
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it('refuses draws, concentration and seed out of range', () => {
    for (const settings of [
      { draws: 0 },
      { draws: 1.5 },
      { draws: 1e9 },
      { concentration: 0 },
      { concentration: NaN },
      { seed: -1 },
    ])
      // prettier-ignore
      expect(() => stability(pair, two, settings), JSON.stringify(settings)).to.throw(CannotRank);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { rank } from '../../services/stations/ranking/rank.ts';
import { rankSpan } from '../../services/stations/ranking/rank-span.ts';
import { CannotRank, type Criterion, type Site } from '../../services/stations/ranking/ranking.ts';

const criteria: Criterion[] = [
  { id: 'trucks', direction: 'max', weight: 5 },
  { id: 'grid_km', direction: 'min', weight: 3 },
  { id: 'spacing_km', direction: 'max', weight: 2 },
];
const site = (id: string, ...values: (number | null)[]): Site => ({
  id,
  values: Object.fromEntries(criteria.map((criterion, at) => [criterion.id, values[at] ?? null])),
});
const sites = [site('gol', 1200, 2, 40), site('flå', 1450, 6, 40), site('hol', 200, 10, 40)];

/** Any sites and criteria, with ties, constants and missing values among them. */
const anything = fc
  .record({ sites: fc.integer({ min: 1, max: 8 }), criteria: fc.integer({ min: 1, max: 4 }) })
  .chain((size) =>
    fc.record({
      values: fc.array(fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -4, max: 4 }) }, fc.constant(null)), { minLength: size.criteria, maxLength: size.criteria }), { minLength: size.sites, maxLength: size.sites }), // prettier-ignore
      criteria: fc.array(fc.record({ direction: fc.constantFrom('max' as const, 'min' as const), weight: fc.integer({ min: 1, max: 9 }) }), { minLength: size.criteria, maxLength: size.criteria }), // prettier-ignore
    }),
  )
  .map((given) => ({
    criteria: given.criteria.map((criterion, at): Criterion => ({ id: `c${at}`, ...criterion })),
    sites: given.values.map((values, at): Site => {
      return { id: `s${at}`, values: Object.fromEntries(values.map((value, column) => [`c${column}`, value])) };
    }),
  }));

describe('ranking of sites', () => {
  it('gives a score that can be added up by hand', () => {
    // trucks: (1200 − 200) / 1250 = 0.8 · 0.5; grid_km turned round: (10 − 2) / 8 = 1 · 0.3; spacing is the same for all.
    const gol = rank(sites, criteria).sites.find(({ id }) => id === 'gol');
    expect(gol?.parts).to.deep.equal({
      trucks: { value: 1200, normalised: 0.8, weight: 0.5, adds: 0.4 },
      grid_km: { value: 2, normalised: 1, weight: 0.3, adds: 0.3 },
      spacing_km: { value: 40, normalised: 0, weight: 0.2, adds: 0 },
    });
    expect(gol?.score).to.be.closeTo(0.7, 1e-15);
    expect(rank(sites, criteria).constant).to.deep.equal(['spacing_km']);
    expect(
      rank(sites, criteria).sites.map(({ id, rank: place, dominatedBy }) => [id, place, dominatedBy]),
    ).to.deep.equal([
      ['gol', 1, []],
      ['flå', 2, []],
      ['hol', 3, ['flå', 'gol']],
    ]);
  });

  it('is the same whatever the order and the sum of the weights, and has no NaN', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 2, max: 5 }), (given, times) => {
        const found = rank(given.sites, given.criteria);
        expect(JSON.stringify(found)).not.to.match(/NaN|"(score|adds|normalised)":null/);
        const heavier = given.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * 2 ** times }));
        expect(rank([...given.sites].reverse(), heavier)).to.deep.equal(found);
        expect(found.sites.length + found.apart.length).to.equal(given.sites.length);
        for (const { id, rank: place, dominatedBy } of found.sites)
          for (const other of dominatedBy)
            expect(found.sites.find((one) => one.id === other)?.rank, `${other} over ${id}`).to.be.at.most(place);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('has TOPSIS as it is defined', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const found = rank(given.sites, given.criteria).sites;
        const all = given.criteria.reduce((sum, { weight }) => sum + weight, 0);
        const rows = found.map(({ parts }) =>
          given.criteria.map(({ id, weight }) => {
            const length = Math.sqrt(found.reduce((sum, other) => sum + (other.parts[id]?.value ?? NaN) ** 2, 0));
            return length === 0 ? 0 : ((parts[id]?.value ?? NaN) / length) * (weight / all);
          }),
        );
        const ideal = (worst: boolean) =>
          given.criteria.map(({ direction }, column) => {
            const own = rows.map((row) => row[column] ?? NaN);
            return (direction === 'max') === worst ? Math.min(...own) : Math.max(...own);
          });
        const apart = (row: number[], other: number[]) =>
          Math.hypot(...row.map((value, at) => value - (other[at] ?? NaN)));
        for (const [at, { topsis }] of found.entries()) {
          const [best, worst] = [apart(rows[at] ?? [], ideal(false)), apart(rows[at] ?? [], ideal(true))];
          if (topsis) expect(topsis.closeness).to.be.closeTo(worst / (best + worst), 1e-12);
          else expect(best + worst).to.be.lessThan(1e-12);
        }
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('puts sites with a missing value apart and ranks the others as if they were not there', () => {
    const unknown = site('ål', 9000, null, 50);
    expect(rank([...sites, unknown], criteria)).to.deep.equal({
      ...rank(sites, criteria),
      apart: [{ id: 'ål', missing: ['grid_km'] }],
    });
    expect(rank([unknown], criteria)).to.deep.equal({
      sites: [],
      apart: [{ id: 'ål', missing: ['grid_km'] }],
      constant: [],
    });
  });

  it('says in both languages what cannot be ranked', () => {
    const weights = (...some: number[]) => criteria.map((criterion, at) => ({ ...criterion, weight: some[at] ?? 1 }));
    const refused: [() => unknown, RegExp][] = [
      [() => rank([], criteria), /no sites/],
      [() => rank(sites, []), /no criteria/],
      [() => rank(sites, weights(0, 0, 0)), /All weights are 0/],
      [() => rank(sites, weights(1, -1, 1)), /weight of grid_km .* got -1/],
      [() => rank(sites, weights(NaN, 1, 1)), /weight of trucks .* got NaN/],
      [() => rank(sites, weights(1, Infinity, 1)), /weight of grid_km .* got Infinity/],
      [() => rank([site('gol', NaN, 1, 1)], criteria), /trucks of gol is not a number/],
      [() => rank([...sites, site('gol', 1, 1, 1)], criteria), /gol is given twice/],
      [() => rank(sites, [...criteria, ...criteria]), /trucks is given twice/],
    ];
    for (const [ask, words] of refused)
      expect(ask).to.throw(CannotRank, words).with.property('explanation').that.has.property('nb').that.is.a('string');
  });

  it('says between which ranks a site would be, were what it lacks known', () => {
    const all = [...sites, site('ål', null, 4, 40)];
    // Trucks as flå, the best: 0.5 + 0.3 · 0.75 = 0.725, before gol with 0.7. As hol, the worst: 0.225, before hol with 0.
    expect(rankSpan(all, criteria, 'ål')).to.deep.equal({ best: 1, worst: 3, of: 4 });
    for (const trucks of [200, 400, 900, 1300, 1450]) {
      const known = rank([...sites, site('ål', trucks, 4, 40)], criteria).sites.find(({ id }) => id === 'ål');
      expect(known?.rank).to.be.within(1, 3);
    }
    expect(rankSpan(all, criteria, 'gol'), 'it is ranked').to.equal(null);
    expect(rankSpan([site('ål', null, 4, 40)], criteria, 'ål'), 'nobody is').to.equal(null);
  });
});

import { expect } from 'chai';
import { SumsRow, Sums, type SumsQuestion } from '../../services/centrality/accessibility/sums.ts';
import { placedNetwork } from '../../services/centrality/graph/placed-network.ts';
import { buildGraph } from '../../services/centrality/graph/road-graph.ts';
import type { Stretch } from '../../services/centrality/graph/stretch.ts';
import { hierarchySteps } from '../../services/centrality/hierarchy/hierarchy.ts';
import { finish } from '../../services/centrality/measures/steps.ts';
import { sumUp } from '../../services/centrality/workers/sum-up.ts';
import { road } from './small-roads.ts';

/** A grid of 5 × 5 crossings, a minute apart; a place at each crossing, with 2 to the power of its number there. */
const side = 5;
const name = (column: number, row: number) => `${column},${row}`;
const streets = Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)] as const).flatMap(
  ([column, row]) => [
    ...(column + 1 < side ? [road(name(column, row), name(column + 1, row))] : []),
    ...(row + 1 < side ? [road(name(column, row), name(column, row + 1))] : []),
  ],
);
const graph = buildGraph(streets);
const atCrossing = (column: number, row: number): Stretch[] => {
  const index = streets.findIndex(({ from, to }) => from.node === name(column, row) || to.node === name(column, row));
  const at = streets[index]?.from.node === name(column, row) ? 0 : 1;
  return [{ road: index, start: at, stop: at, gap_m: 0 }];
};
const places = Array.from({ length: side * side }, (_, at) => atCrossing(at % side, Math.floor(at / side)));
const minutesBetween = (one: number, other: number) =>
  Math.abs((one % side) - (other % side)) + Math.abs(Math.floor(one / side) - Math.floor(other / side));

const powers = Float64Array.from(places, (_, at) => 2 ** at);
const ones = Float64Array.from(places, () => 1);

function question(cutoff_min: number): SumsQuestion {
  return {
    ...{ hierarchy: finish(hierarchySteps(placedNetwork(graph, places))), cutoff_min, kinds: [powers, ones] },
    decays: [
      { kind: 'step', limit_min: 3 },
      { kind: 'linear', limit_min: 8 },
    ],
    groups: Int32Array.from(places, (_, at) => at % 2),
    groupCount: 2,
  };
}

describe('sums over a perfect grid', () => {
  it('tell by their bits exactly which destinations were reached, by each decay and kind in one search', () => {
    const asked = question(90);
    const row = new SumsRow(asked);
    const rows = new Sums(asked).of(0, places.length);
    for (let origin = 0; origin < places.length; origin++) {
      const figure = (at: number) => rows[origin * row.width + at];
      const within = places.flatMap((_, at) => (minutesBetween(origin, at) <= 3 ? [at] : []));
      const bits = within.reduce((sum, at) => sum + 2 ** at, 0);
      expect(figure(row.sum(0, 0)), `from ${origin}`).to.equal(bits);
      expect(figure(row.sum(0, 1))).to.equal(within.length);
      expect(figure(row.ofGroup(0, 0)) + figure(row.ofGroup(0, 1))).to.equal(bits);
      expect(figure(row.ofGroup(1, 1))).to.equal(within.filter((at) => at % 2 === 1).length);
      const linear = places.reduce((sum, _, at) => sum + 1 - minutesBetween(origin, at) / 8, 0);
      expect(figure(row.sum(1, 1))).to.be.closeTo(linear, 1e-9);
      expect(figure(row.reached)).to.equal(places.length);
    }
  });

  it('count what lies on the limit, only the place itself at 0 minutes, and everything at 10,000', () => {
    for (const [cutoff, expected] of [
      [0, 1],
      [1, 3],
      [10_000, 25],
    ] as const) {
      const asked = question(cutoff);
      const row = new SumsRow(asked);
      expect(new Sums(asked).of(0, 1)[row.reached], `${cutoff} minutes`).to.equal(expected);
    }
  });

  it('are the same bytes with one worker thread, with two, and without any', async () => {
    const asked = question(90);
    const alone = Buffer.from(new Sums(asked).of(0, 20).buffer);
    for (const workers of [1, 2]) {
      const parts: Buffer[] = [];
      for await (const { rows } of sumUp(asked, 20, { workers })) parts.push(Buffer.from(rows.buffer));
      expect(Buffer.concat(parts).equals(alone), `${workers} workers`).to.equal(true);
    }
  });

  it('stop when they are cancelled, and say what went wrong in a thread', async () => {
    const cancelled = new AbortController();
    const started = sumUp(question(90), 20, { workers: 1, signal: cancelled.signal });
    cancelled.abort(new Error('enough'));
    const all = async (sums: ReturnType<typeof sumUp>) => {
      for await (const part of sums) expect(part.rows.length).to.be.above(0);
    };
    const why = await all(started).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.equal('enough');
    const bad = { ...question(90), decays: [{ kind: 'linear', limit_min: -1 } as const] };
    const fault = await all(sumUp(bad, 20, { workers: 1 })).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(fault).to.match(/limit_min/);
  });
});

describe('places along a road', () => {
  const times = (network: ReturnType<typeof placedNetwork>, from: number): number[] => {
    const asked: SumsQuestion = {
      ...{
        hierarchy: finish(hierarchySteps(network)),
        cutoff_min: 1000,
        decays: [{ kind: 'linear', limit_min: 1000 }],
        groupCount: 1,
      },
      kinds: Array.from({ length: network.places }, (_, own) =>
        Float64Array.from({ length: network.places }, (__, at) => Number(own === at)),
      ),
      groups: new Int32Array(network.places),
    };
    const row = new SumsRow(asked);
    const rows = new Sums(asked).of(from, from + 1);
    return asked.kinds.map((_, kind) => 1000 * (1 - rows[row.sum(0, kind)]));
  };
  const at = (share: number, gap_m = 0, index = 0): Stretch[] => [{ road: index, start: share, stop: share, gap_m }];

  it('reach each other without a turn at its ends, and pay their way to the road', () => {
    const long = buildGraph([road('a', 'b', { length_m: 10_000 })]);
    const network = placedNetwork(long, [at(0.2), at(0.7, 500), at(0.7), at(0), at(1)]);
    const [own, ahead, beside, start, stop] = times(network, 0);
    expect(own).to.be.closeTo(0, 1e-9);
    expect(ahead).to.be.closeTo(5 + 1, 1e-9); // 500 m at 30 km/h
    expect(beside).to.be.closeTo(5, 1e-9);
    expect(start).to.be.closeTo(2, 1e-9);
    expect(stop).to.be.closeTo(8, 1e-9);
  });

  it('are driven round to where a road is one-way, and reach nothing without a road', () => {
    const ring = [road('a', 'b', { length_m: 10_000, oneWay: true }), road('b', 'a', { length_m: 4000, oneWay: true })];
    const network = placedNetwork(buildGraph(ring), [at(0.2), at(0.7), []]);
    expect(times(network, 0)[1]).to.be.closeTo(5, 1e-9);
    expect(times(network, 1)[0]).to.be.closeTo(3 + 4 + 2, 1e-9);
    expect(times(network, 2)[0]).to.be.closeTo(1000, 1e-9); // not reached: adds nothing
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { Reach } from '../../services/centrality/accessibility/accessibility.ts';
import { BadDecay, defaultDecay, weightOf, type Decay } from '../../services/centrality/accessibility/decay.ts';
import { explain } from '../../services/centrality/accessibility/explain.ts';
import { Heap } from '../../services/centrality/graph/heap.ts';
import type { Road } from '../../services/centrality/graph/road.ts';
import { buildGraph } from '../../services/centrality/graph/road-graph.ts';
import { Search } from '../../services/centrality/graph/search.ts';
import { road, timesFrom } from './small-roads.ts';

/** Links between a few nodes: some parallel, some without length, some loops. */
const networks = (oneWay: boolean) =>
  fc.array(
    fc
      .tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 0, max: 20 }), oneWay ? fc.boolean() : fc.constant(false))
      .map(([from, to, km, way]): Road => road(`${from}`, `${to}`, { length_m: 1000 * km, oneWay: way })),
    { minLength: 1, maxLength: 16 },
  );

/** Times by Floyd and Warshall's method: slow, short, and nothing like a heap. */
function timesByHand(roads: readonly Road[], nodes: number, ofEnd: Int32Array): number[][] {
  const times = Array.from({ length: nodes }, (_, i) =>
    Array.from({ length: nodes }, (_, j) => (i === j ? 0 : Infinity)),
  );
  const shorten = (i: number, j: number, time: number) => {
    const row = times[i];
    row[j] = Math.min(row[j], time);
  };
  for (const [index, { length_m, oneWay }] of roads.entries()) {
    const [from, to] = [ofEnd[2 * index], ofEnd[2 * index + 1]];
    shorten(from, to, (length_m ?? 0) / 1000);
    if (!oneWay) shorten(to, from, (length_m ?? 0) / 1000);
  }
  for (let k = 0; k < nodes; k++)
    for (let i = 0; i < nodes; i++)
      for (let j = 0; j < nodes; j++) shorten(i, j, (times[i]?.[k] ?? Infinity) + (times[k]?.[j] ?? Infinity));
  return times;
}

describe('a search on the road graph', () => {
  it('finds the times that every way taken together gives, and no node beyond the limit', () => {
    fc.assert(
      fc.property(networks(true), fc.integer({ min: 0, max: 40 }), (roads, limit) => {
        const graph = buildGraph(roads);
        const expected = timesByHand(roads, graph.nodes.count, graph.nodes.ofEnd);
        const search = new Search(graph);
        for (const [node, row] of expected.entries()) {
          const times = new Map<number, number>();
          search.run([{ node, cost: 0 }], limit, (to, minutes) => {
            times.set(to, minutes);
          });
          for (const [to, time] of row.entries())
            if (time <= limit) expect(times.get(to)).to.be.closeTo(time, 1e-9);
            else expect(times.has(to)).to.equal(false);
        }
      }),
    );
  });

  it('takes as long back as there where no road is one-way, and never less by a detour', () => {
    fc.assert(
      fc.property(networks(false), (roads) => {
        const graph = buildGraph(roads);
        const times = Array.from({ length: graph.nodes.count }, (_, node) => timesFrom(graph, node));
        for (const [a, row] of times.entries())
          for (const [b, there] of row) {
            expect(times[b]?.get(a)).to.be.closeTo(there, 1e-9);
            for (const [c, on] of times[b] ?? [])
              expect(row.get(c), `${a} to ${c} by ${b}`).to.be.at.most(there + on + 1e-9);
          }
      }),
    );
  });

  it('comes from the nearest of several sources, and ends when it is told to', () => {
    const graph = buildGraph([road('a', 'b'), road('b', 'c'), road('c', 'd'), road('d', 'e')]);
    const visited: [number, number][] = [];
    new Search(graph).run([{ node: 0, cost: 2 }, { node: 4, cost: 0.5 }], Infinity, (node, cost) => {
      visited.push([node, cost]);
      return visited.length < 3;
    }); // prettier-ignore
    expect(visited).to.deep.equal([[4, 0.5], [3, 1.5], [0, 2]]); // prettier-ignore
  });

  it('takes nodes from the queue in order, however they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 3000 }), (keys) => {
        const heap = new Heap();
        for (const [at, key] of keys.entries()) heap.push(key, at);
        const taken = keys.map(() => keys[heap.pop()]);
        expect(taken).to.deep.equal([...keys].sort((a, b) => a - b));
        expect(heap.pop()).to.equal(-1);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what can be reached', () => {
  const side = 5;
  const name = (x: number, y: number) => `${x} ${y}`;
  const grid = [...Array(side).keys()].flatMap((x) =>
    [...Array(side).keys()].flatMap((y) => [
      ...(x + 1 < side ? [road(name(x, y), name(x + 1, y))] : []),
      ...(y + 1 < side ? [road(name(x, y), name(x, y + 1))] : []),
    ]),
  );
  const graph = buildGraph(grid);
  const nodes = new Map(
    grid.flatMap(({ from, to }, index) => [
      [from.node as string, graph.nodes.ofEnd[2 * index]],
      [to.node as string, graph.nodes.ofEnd[2 * index + 1]],
    ]),
  );
  const counts = Float64Array.from({ length: graph.nodes.count }, (_, node) => 2 ** node);
  const ones = counts.map(() => 1);

  it('is told by one search for all decays and all kinds, the bits of the sum naming each node', () => {
    const decays: Decay[] = [
      { kind: 'step', limit_min: 2 },
      { kind: 'step', limit_min: 3 },
      { kind: 'linear', limit_min: 4 },
    ];
    const reach = new Reach(new Search(graph), [counts, ones], decays);
    for (const [place, node] of nodes) {
      const [x = 0, y = 0] = place.split(' ').map(Number);
      const within = (minutes: number) =>
        [...nodes].filter(([other]) => {
          const [i = 0, j = 0] = other.split(' ').map(Number);
          return Math.abs(i - x) + Math.abs(j - y) <= minutes;
        });
      const bits = (minutes: number) => within(minutes).reduce((sum, [, other]) => sum + 2 ** other, 0);
      const { sums, reached } = reach.from([{ node, cost: 0 }], 3);
      expect(sums[0]).to.deep.equal([bits(2), within(2).length]);
      expect(sums[1]).to.deep.equal([bits(3), within(3).length]);
      // Linear over four minutes: a quarter more for each minute that something is within.
      expect(sums[2]?.[1]).to.be.closeTo(
        [0, 1, 2, 3].reduce((sum, t) => sum + within(t).length / 4, 0),
        1e-9,
      );
      expect(reached).to.equal(within(3).length);
    }
  });

  it('is made of destinations that add up to it, what adds most first', () => {
    const search = new Search(graph);
    const decay: Decay = { kind: 'exponential', beta: 0.3 };
    const parts = explain(search, [{ node: 0, cost: 0 }], 6, counts, decay);
    const sum = new Reach(search, [counts], [decay]).from([{ node: 0, cost: 0 }], 6).sums[0]?.[0];
    expect(parts.reduce((all, { adds }) => all + adds, 0)).to.be.closeTo(sum, 1e-9 * sum);
    expect(parts.map(({ adds }) => adds)).to.deep.equal(parts.map(({ adds }) => adds).sort((a, b) => b - a));
  });

  it('counts a place itself whole under every decay, and refuses a decay that is none', () => {
    expect(weightOf(defaultDecay)(0)).to.equal(1);
    expect(weightOf({ kind: 'exponential', beta: 0.1 })(0)).to.equal(1);
    expect(weightOf({ kind: 'linear', limit_min: 30 })(45)).to.equal(0);
    expect(() => weightOf({ kind: 'linear', limit_min: 0 })).to.throw(BadDecay, /limit_min/);
    expect(() => weightOf({ kind: 'exponential', beta: NaN })).to.throw(BadDecay, /beta/);
    expect(() => weightOf({ kind: 'gravity' } as never)).to.throw(BadDecay, /step, linear/);
  });
});

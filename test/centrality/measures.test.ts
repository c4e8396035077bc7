import { expect } from 'chai';
import fc from 'fast-check';
import type { Road } from '../../services/centrality/graph/road.ts';
import { buildGraph, type RoadGraph } from '../../services/centrality/graph/road-graph.ts';
import { Search } from '../../services/centrality/graph/search.ts';
import { betweenness } from '../../services/centrality/measures/betweenness.ts';
import { closenessOf } from '../../services/centrality/measures/closeness.ts';
import { gravity } from '../../services/centrality/pressure/gravity.ts';
import { road, timesFrom } from './small-roads.ts';

/** Betweenness from all quickest paths between all pairs, each written out node by node. */
function byHand({ nodes, arcs }: RoadGraph): number[] {
  const through = Array<number>(nodes.count).fill(0);
  const times = Array.from({ length: nodes.count }, (_, node) => timesFrom({ nodes, arcs } as RoadGraph, node));
  for (let from = 0; from < nodes.count; from++)
    for (const [to, whole] of times[from] ?? []) {
      if (to === from) continue;
      const paths: number[][] = [];
      const walk = (path: number[], time: number) => {
        const here = path.at(-1) as number;
        if (here === to) paths.push(path);
        else
          for (const next of new Set(arcs.head.subarray(arcs.first[here], arcs.first[here + 1]))) {
            const step = timesOfStep(arcs, here, next);
            const rest = times[next]?.get(to) ?? Infinity;
            if (Math.abs(time + step + rest - whole) < 1e-9) walk([...path, next], time + step);
          }
      };
      walk([from], 0);
      for (const path of paths) for (const node of path.slice(1, -1)) through[node] = (through[node] ?? 0) + 1 / paths.length; // prettier-ignore
    }
  return through;
}

function timesOfStep({ first, head, minutes }: RoadGraph['arcs'], from: number, to: number): number {
  let least = Infinity;
  for (let arc = first[from]; arc < first[from + 1]; arc++) if (head[arc] === to) least = Math.min(least, minutes[arc]);
  return least;
}

describe('measures of the network', () => {
  it('give the betweenness that all quickest paths written out give, with ties, parallel links and one-ways', () => {
    const links = fc.array(
      fc
        .tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 3 }), fc.boolean())
        .map(([from, to, km, oneWay]): Road => road(`${from}`, `${to}`, { length_m: 1000 * km, oneWay })),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(links, (roads) => {
        const graph = buildGraph(roads);
        const expected = byHand(graph);
        for (const [node, value] of betweenness(graph).entries())
          expect(value).to.be.closeTo(expected[node] ?? NaN, 1e-9);
      }),
    );
  });

  it('count nodes without time between them as one place, and steps without time one way as steps', () => {
    // a – b = c – d: b and c are one place, and a to d passes it.
    const both = buildGraph([road('a', 'b'), road('b', 'c', { length_m: 0 }), road('c', 'd')]);
    expect([...betweenness(both)]).to.deep.equal([0, 2, 2, 0]);
    const oneWay = { length_m: 0, oneWay: true };
    const row = buildGraph([road('a', 'b', oneWay), road('b', 'c', oneWay), road('c', 'd', oneWay)]);
    expect([...betweenness(row)]).to.deep.equal([0, 2, 2, 0]);
    const circle = buildGraph([road('a', 'b', oneWay), road('b', 'c', oneWay), road('c', 'a', oneWay)]);
    expect([...betweenness(circle)]).to.deep.equal([0, 0, 0]);
  });

  it('know the closed forms of star, ring and a lonely road', () => {
    const star = buildGraph([1, 2, 3, 4, 5].map((arm) => road('hub', `arm ${arm}`)));
    expect([...betweenness(star)]).to.deep.equal([20, 0, 0, 0, 0, 0]);
    expect(closenessOf(new Search(star), 0)).to.deep.equal({ closeness: 1, harmonic: 5 });
    expect(closenessOf(new Search(star), 1)).to.deep.equal({ closeness: 5 / 9, harmonic: 3 });
    // Odd ring of n: each node lies on (n − 1)(n − 3)/4 of the ordered pairs.
    const ring = buildGraph([...Array(7).keys()].map((i) => road(`${i}`, `${(i + 1) % 7}`)));
    expect([...betweenness(ring)]).to.deep.equal(Array(7).fill(6));
    const alone = new Search(buildGraph([road('a', 'a')]));
    expect(closenessOf(alone, 0)).to.deep.equal({ closeness: 0, harmonic: 0 });
  });
});

describe('development pressure', () => {
  it('is at a cell what the built cells around it give one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        (columns, cells, reach) => {
          const rows = Math.ceil(cells.length / columns);
          const built = Float64Array.from({ length: columns * rows }, (_, cell) => (cells[cell] ? 1 : 0));
          const found = gravity({ columns, rows, built }, { reach, gamma: 1.5, scaling: 2 });
          for (const cell of found.keys()) {
            let sum = 0;
            for (const other of found.keys()) {
              const apart = Math.hypot((cell % columns) - (other % columns), Math.floor(cell / columns) - Math.floor(other / columns)); // prettier-ignore
              if (apart > 0 && apart <= reach) sum += (2 * (built[other] ?? 0)) / apart ** 1.5;
            }
            expect(found[cell]).to.be.closeTo(sum, 1e-9);
          }
        },
      ),
    );
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { placedNetwork } from '../../services/centrality/graph/placed-network.ts';
import { buildGraph } from '../../services/centrality/graph/road-graph.ts';
import { isWithin, Search } from '../../services/centrality/graph/search.ts';
import type { Stretch } from '../../services/centrality/graph/stretch.ts';
import { hierarchySteps } from '../../services/centrality/hierarchy/hierarchy.ts';
import { lanes, Sweep } from '../../services/centrality/hierarchy/sweep.ts';
import { finish } from '../../services/centrality/measures/steps.ts';
import { road } from './small-roads.ts';

/** Links between a few nodes: parallel ones, loops, one-ways, some without length; and places along them, some nowhere. */
const roads = fc.array(
  fc
    .tuple(fc.nat(14), fc.nat(14), fc.integer({ min: 0, max: 12 }), fc.boolean())
    .map(([from, to, km, oneWay]) => road(`${from}`, `${to}`, { length_m: 1000 * km, oneWay })),
  { minLength: 1, maxLength: 40 },
);
const share = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
const stretches = fc.array(fc.tuple(fc.nat(39), share, share, fc.constantFrom(0, 100, 500)), { maxLength: 3 });
const networks = fc.tuple(roads, fc.array(stretches, { minLength: 2, maxLength: 20 })).map(([links, places]) =>
  placedNetwork(
    buildGraph(links),
    places.map((own) =>
      own.map(([index, one, other, gap_m]): Stretch => {
        return { road: index % links.length, start: Math.min(one, other), stop: Math.max(one, other), gap_m };
      }),
    ),
  ),
);

describe('a hierarchy of roads', () => {
  it('gives the times of a search node by node, reaches the same places, and those on the limit', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 0, max: 30 }), (network, limit) => {
        const sweep = new Sweep(finish(hierarchySteps(network)));
        const search = new Search(network);
        for (let origin = 0; origin < network.places; origin++) {
          const expected = new Map<number, number>();
          search.run([{ node: origin, cost: 0 }], limit, (node, minutes) => {
            if (node < network.places) expected.set(node, minutes);
          });
          sweep.from([origin], limit);
          for (let place = 0; place < network.places; place++) {
            const minutes = sweep.minutes[lanes * place];
            expect(isWithin(minutes, limit), `${origin} to ${place}`).to.equal(expected.has(place));
            if (isWithin(minutes, limit)) expect(minutes).to.be.closeTo(expected.get(place) as number, 1e-9);
          }
        }
      }),
    );
  });

  it('gives the same bytes for an origin alone and among others', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 0, max: 30 }), (network, limit) => {
        const hierarchy = finish(hierarchySteps(network));
        const [alone, together] = [new Sweep(hierarchy), new Sweep(hierarchy)];
        const origins = Array.from({ length: Math.min(lanes, network.places) }, (_, lane) => lane);
        together.from(origins, limit);
        for (const lane of origins) {
          alone.from([lane], limit);
          for (let place = 0; place < network.places; place++) {
            const [one, other] = [alone.minutes[lanes * place], together.minutes[lanes * place + lane]];
            if (isWithin(one, limit) || isWithin(other, limit)) expect(one).to.equal(other);
          }
        }
      }),
    );
  });
});

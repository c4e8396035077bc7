import { expect } from 'chai';
import { buildGraph } from '../../services/centrality/graph/road-graph.ts';
import { closedTo, type Travel } from '../../services/centrality/graph/mode.ts';
import { nodesOf } from '../../services/centrality/graph/nodes.ts';
import { placedNetwork } from '../../services/centrality/graph/placed-network.ts';
import { reversed } from '../../services/centrality/graph/reversed.ts';
import { Search, type Network } from '../../services/centrality/graph/search.ts';
import type { Road } from '../../services/centrality/graph/road.ts';
import { road, timesFrom } from './small-roads.ts';

const onFoot: Travel = { mode: 'foot', kmh: 5 };
const byBicycle: Travel = { mode: 'bicycle', kmh: 15 };
const graphOf = (roads: Road[], travel?: Travel) => buildGraph(roads, nodesOf(roads, 1), [], travel);

/** Minutes from a place to the others. */
function from(network: Network, place: number): number[] {
  const times = Array<number>(network.places ?? 0).fill(Infinity);
  new Search(network).run([{ node: place, cost: 0 }], Infinity, (node, minutes) => {
    if (node < times.length) times[node] = minutes;
  });
  return times;
}

describe('ways of travelling', () => {
  it('keep cars off paths, and those on foot off motorways and out of the main roads’ tunnels', () => {
    const usage = { kind: 'enkelBilveg', motorway: false, tunnel: false, category: 'county' };
    expect(closedTo(usage)).to.deep.equal([]);
    for (const kind of ['Gang- og sykkelveg', 'gangOgSykkelveg', 'Fortau', 'sti', 'passasjerferje', 'Traktorveg'])
      expect(closedTo({ ...usage, kind }), kind).to.deep.equal(['car']);
    expect(closedTo({ ...usage, kind: 'Trapp' })).to.deep.equal(['bicycle', 'car']);
    expect(closedTo({ ...usage, motorway: true })).to.deep.equal(['foot', 'bicycle']);
    expect(closedTo({ ...usage, tunnel: true })).to.deep.equal([]);
    expect(closedTo({ ...usage, tunnel: true, category: 'national' })).to.deep.equal(['foot', 'bicycle']);
  });

  it('take the speed of the way, one-ways bind all but those on foot, and ferries take the same', () => {
    const roads = [road('a', 'b', { oneWay: true }), road('b', 'c', { ferry: true, ferry_min: 10, wait_min: 5 })];
    expect(timesFrom(graphOf(roads, onFoot), 1).get(0)).to.be.closeTo(12, 1e-9);
    expect(timesFrom(graphOf(roads, byBicycle), 1).has(0)).to.equal(false);
    expect(timesFrom(graphOf(roads, byBicycle), 0).get(2)).to.be.closeTo(4 + 15, 1e-9);
    const path = [road('a', 'b', { closedTo: ['car'] }), road('a', 'c'), road('c', 'b')];
    expect(timesFrom(graphOf(path), 0).get(1)).to.be.closeTo(2, 1e-9);
    expect(timesFrom(graphOf(path, onFoot), 0).get(1)).to.be.closeTo(12, 1e-9);
  });

  it('lead through no place, come to all of a place that is long, and can be asked from the other end', () => {
    // Two roads that only a place lies at: nobody drives from one to the other through its garden.
    const apart = graphOf([road('a', 'b'), road('c', 'd')]);
    const at = (number: number, start: number, stop = start, gap_m = 100) => ({ road: number, start, stop, gap_m });
    const network = placedNetwork(apart, [[at(0, 0)], [at(0, 1), at(1, 0)], [at(1, 1)]]);
    expect(from(network, 0)[1]).to.be.closeTo(1 + 2 * 0.2, 1e-9);
    expect(from(network, 0)[2]).to.equal(Infinity);
    expect(from(network, 1)[2]).to.be.closeTo(1 + 2 * 0.2, 1e-9);
    // A town along the middle half of a road: from both ends it is a quarter away; another way round would be longer.
    const town = placedNetwork(graphOf([road('a', 'b', { oneWay: false })]), [
      [at(0, 0.25, 0.75, 0)],
      ...[[at(0, 0, 0, 0)], [at(0, 1, 1, 0)], [at(0, 0.5, 0.5, 0)]],
    ]);
    expect(from(town, 0)).to.deep.equal([0, 0.25, 0.25, 0]);
    expect(from(town, 1)[2], 'past the town, not through it for nothing').to.be.closeTo(1, 1e-9);
    const oneWay = placedNetwork(graphOf([road('a', 'b', { oneWay: true })]), [[at(0, 0, 0, 0)], [at(0, 1, 1, 0)]]);
    expect(from(oneWay, 0)[1]).to.be.closeTo(1, 1e-9);
    expect(from(reversed(oneWay), 0)[1]).to.equal(Infinity);
    expect(from(reversed(oneWay), 1)[0]).to.be.closeTo(1, 1e-9);
  });
});

import { expect } from 'chai';
import { betweenness } from '../../services/centrality/measures/betweenness.ts';
import { confidence, sampledBetweennessSteps } from '../../services/centrality/measures/sampled-betweenness.ts';
import { finish } from '../../services/centrality/measures/steps.ts';
import { buildGraph } from '../../services/centrality/graph/road-graph.ts';
import { randomStream } from '../../services/example/random.ts';
import { road } from './small-roads.ts';

describe('betweenness', () => {
  it('is what counting every quickest path gives, on a network of 2,000 nodes', () => {
    // A tree has one path between two nodes: a node lies on those between its branches.
    const random = randomStream(9, 'tree');
    const parents = Array.from({ length: 1999 }, (_, at) => random.below(at + 1));
    const graph = buildGraph(
      parents.map((parent, at) => road(`${parent}`, `${at + 1}`, { length_m: 1 + random.below(500) })),
    );
    const sizes = new Array<number>(2000).fill(1);
    for (let node = 1999; node > 0; node--)
      sizes[parents[node - 1] ?? 0] = (sizes[parents[node - 1] ?? 0] ?? 0) + (sizes[node] ?? 0);
    const branches = Array.from({ length: 2000 }, (): number[] => []);
    for (let node = 1; node < 2000; node++) {
      branches[parents[node - 1] ?? 0]?.push(sizes[node] ?? 0);
      branches[node]?.push(2000 - (sizes[node] ?? 0));
    }
    const byHand = branches.map((own) => own.reduce((sum, one) => sum + one * (1999 - one), 0));
    const found = betweenness(graph);
    // Nodes are numbered by the ends that come first: the parents' names tell which is which.
    const { ofEnd } = graph.nodes;
    for (const [at, parent] of parents.entries()) {
      expect(found[ofEnd[2 * at]]).to.be.closeTo(byHand[parent] ?? NaN, 1e-6);
      expect(found[ofEnd[2 * at + 1]]).to.be.closeTo(byHand[at + 1] ?? NaN, 1e-6);
    }
  });

  /** A ring with chords, a long tail of nodes that few ways lead through, and a part of its own. */
  function aNetwork(seed: number) {
    const random = randomStream(seed, 'links');
    const link = (from: number, to: number) => road(`${from}`, `${to}`, { length_m: 100 + random.below(5000) });
    const ring = Array.from({ length: 120 }, (_, at) => link(at, (at + 1) % 120));
    const chords = Array.from({ length: 120 }, () => link(random.below(120), random.below(120)));
    const tail = Array.from({ length: 30 }, (_, at) => link(at === 0 ? 0 : 199 + at, 200 + at));
    const apart = Array.from({ length: 30 }, (_, at) => link(300 + at, 301 + at));
    return buildGraph([...ring, ...chords, ...tail, ...apart]);
  }
  const sampled = (graph: ReturnType<typeof aNetwork>, sources: number, seed: number) => {
    const random = randomStream(seed, 'sample');
    return finish(sampledBetweennessSteps(graph, sources, () => random.next()));
  };

  it('of a sample lies within its stated error, for nodes that few sources pass, too', () => {
    const graph = aNetwork(1);
    const exact = betweenness(graph);
    const most = Math.max(...exact);
    for (const sources of [1, 5, 20, 60, 150]) {
      const within = Array.from(exact, () => 0);
      const seeds = 40;
      for (let seed = 0; seed < seeds; seed++) {
        const { values, errors } = sampled(graph, sources, seed);
        for (const [node, value] of exact.entries())
          if (Math.abs((values[node] ?? NaN) - value) <= (errors[node] ?? NaN) + 1e-6) within[node] = (within[node] ?? 0) + 1; // prettier-ignore
      }
      for (const [node, count] of within.entries())
        expect(count / seeds, `node ${node} of ${sources} sources`).to.be.at.least(confidence);
    }
    const errorsOf = (sources: number) => Math.max(...sampled(graph, sources, 1).errors) / most;
    expect(errorsOf(150), 'and says something').to.be.below(0.25);
    expect(errorsOf(150)).to.be.below(errorsOf(60) / 2);
  });

  it('of a sample of all is the exact one, and the same sample gives the same bytes', () => {
    const graph = aNetwork(2);
    const exact = betweenness(graph);
    const all = sampled(graph, 1e6, 3);
    expect(all.sources).to.equal(graph.nodes.count);
    for (const [node, value] of exact.entries()) expect(all.values[node]).to.be.closeTo(value, 1e-6 * (1 + value));
    expect(Math.max(...all.errors)).to.equal(0);
    expect(Buffer.from(sampled(graph, 20, 7).values.buffer)).to.deep.equal(
      Buffer.from(sampled(graph, 20, 7).values.buffer),
    );
  });
});

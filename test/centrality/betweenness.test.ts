import { expect } from 'chai';
import { betweenness } from '../../services/centrality/measures/betweenness.ts';
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
});

import { expect } from 'chai';
import { nodesOf } from '../../services/centrality/graph/nodes.ts';
import { buildGraph, defaultSnap } from '../../services/centrality/graph/road-graph.ts';
import { danglingEnds, reportOn } from '../../services/centrality/graph/graph-report.ts';
import { speedOf } from '../../services/centrality/graph/speeds.ts';
import { minutesOf } from '../../services/centrality/graph/travel-time.ts';
import { between, drawn, road } from './small-roads.ts';

describe('the road graph', () => {
  it('joins ends within the snap distance, and no farther', () => {
    const [west, near, far] = [drawn([0, 0], [1000, 0]), drawn([1000.9, 0], [2000, 0]), drawn([2001.1, 0], [3000, 0])];
    const all = [west, near, far];
    expect(between(all, west, near)).to.be.closeTo((1000 + 999.1) / 1000, 1e-9);
    expect(between(all, west, far)).to.equal(undefined);
    expect(between(all, west, far, buildGraph(all, nodesOf(all, 2)))).to.be.closeTo(2.998, 1e-9);
  });

  it('does not join roads that pass over one another, also where both are cut at the crossing', () => {
    const ground = [drawn([0, 0], [1000, 0]), drawn([1000, 0], [2000, 0])] as const;
    const bridge = [drawn([1000, -500], [1000, 0], { level: 1 }), drawn([1000, 0], [1000, 500], { level: 1 })] as const;
    const all = [...ground, ...bridge];
    expect(between(all, ground[0], ground[1])).to.be.closeTo(2, 1e-9);
    expect(between(all, bridge[0], bridge[1])).to.be.closeTo(1, 1e-9);
    expect(between(all, ground[0], bridge[1])).to.equal(undefined);
    expect(buildGraph(all).components.sizes).to.deep.equal([3, 3]);
  });

  it('joins a tunnel to the road at its mouth, be it a road that goes on or a junction', () => {
    const [road1, tunnel, road2] = [
      drawn([0, 0], [1000, 0]),
      drawn([1000, 0], [2000, 0], { level: -1 }),
      drawn([2000, 0], [3000, 0]),
    ];
    const side = drawn([2000, 0], [2000, 700]);
    const all = [road1, tunnel, road2, side];
    expect(between(all, road1, road2)).to.be.closeTo(3, 1e-9);
    expect(between(all, road1, side)).to.be.closeTo(2.7, 1e-9);
  });

  it('keeps apart what a register says are two nodes, and joins the registers of two neighbours', () => {
    const at = (node: string, register: string, x: number) => ({ node, register, place: [x, 0] as const });
    const one = road(null, null, { from: at('1', 'A', 0), to: at('2', 'A', 1000) });
    const same = road(null, null, { from: at('3', 'A', 1000), to: at('4', 'A', 2000) });
    const other = road(null, null, { from: at('1', 'B', 1000), to: at('2', 'B', 2000) });
    expect(between([one, same], one, same)).to.equal(undefined);
    expect(between([one, other], one, other)).to.be.closeTo(2, 1e-9);
    expect(between([road('a', 'b'), one], one, one), 'ids of one register').to.be.closeTo(1, 1e-9);
  });

  it('lets a road be joined between its ends, but never a ferry', () => {
    const through = drawn([0, 0], [1000, 0], { oneWay: true });
    const side = drawn([250, 600], [250, 0.5]);
    const ferry = drawn([0, 0], [1000, 0], { ferry: true, ferry_min: 4, wait_min: 6 });
    const joined = (onto: typeof through) => {
      const all = [side, onto];
      return between(all, side, onto, buildGraph(all, nodesOf(all, defaultSnap), [{ end: 1, onto: 1, at: 0.25 }]));
    };
    expect(joined(through)).to.be.closeTo(0.5995 + 0.75, 1e-9);
    expect(joined(ferry)).to.equal(undefined);
  });

  it('takes signed speed, a default where it is missing or none that a road can have, and says so', () => {
    expect(speedOf({ speed_kmh: 70, category: 'municipal' })).to.equal(70);
    expect(speedOf({ speed_kmh: null, category: 'national' })).to.equal(80);
    expect(speedOf({ speed_kmh: 0, category: 'municipal' })).to.equal(50);
    expect(speedOf({ speed_kmh: 700, category: null })).to.equal(50);
    const missing = road('a', 'b', { speed_kmh: null });
    const absurd = road('b', 'c', { speed_kmh: -30 });
    const lost = road('c', 'd', { length_m: null });
    const loop = road('d', 'd');
    const all = [missing, absurd, lost, loop];
    expect(reportOn(all, buildGraph(all))).to.deep.include({
      ...{ roads: 4, nodes: 4, danglingEnds: 1, components: [3, 1], unusable: [lost.id], loops: [loop.id] },
      ...{ withoutSpeed: [missing.id], suspiciousSpeeds: [{ road: absurd.id, speed_kmh: -30 }] },
    });
  });

  it('lets a ferry take its crossing and its wait once, whatever its length, and assumes what nobody says', () => {
    const ferry = { ferry: true, length_m: 3000, speed_kmh: null };
    expect(minutesOf(road('a', 'b', { ...ferry, ferry_min: 12.5, wait_min: 7.5 }))).to.equal(20);
    expect(minutesOf(road('a', 'b', ferry))).to.equal(20);
    const all = [road('a', 'b', ferry)];
    expect(reportOn(all, buildGraph(all)).assumedFerries).to.deep.equal([all[0]?.id]);
  });

  it('has nothing to search where there are no roads', () => {
    const graph = buildGraph([]);
    expect(graph.components.sizes).to.deep.equal([]);
    expect(reportOn([], graph)).to.deep.include({ roads: 0, nodes: 0, danglingEnds: 0 });
  });

  it('names a node of a register whose ends lie far apart, and counts ends that nothing meets', () => {
    const at = (node: string, x: number) => ({ node, register: 'A', place: [x, 0] as const });
    const all = [
      road(null, null, { from: at('1', 0), to: at('2', 1000) }),
      road(null, null, { from: at('2', 9000), to: at('3', 9500) }),
    ];
    const graph = buildGraph(all);
    expect(reportOn(all, graph).scatteredNodes).to.deep.equal([{ node: '2', apart_m: 8000 }]);
    expect(danglingEnds(graph.nodes)).to.deep.equal([0, 3]);
  });
});

import { offRoadSpeed } from './mode.ts';
import type { Cost, RoadGraph } from './road-graph.ts';
import type { Source } from './search.ts';

/** A part of a road along which a place is come to: where the road runs through it, or is nearest. */
export interface Stretch {
  /** Number of the road in its graph. */
  road: number;
  /** 0–1 along the road. */
  start: number;
  stop: number;
  /** Metres from the road to the place; 0 where the road lies on it. */
  gap_m: number;
}

/** A stretch on one edge, and what it costs to come between it and the ends of the edge. */
export interface Landing {
  edge: number;
  /** 0–1 along the edge. */
  start: number;
  stop: number;
  gap: number;
}

/** What it costs to drive all of an edge, there and back; Infinity where that way is closed. */
export function costsOf({ edges }: RoadGraph, edge: number, cost: Cost): { there: number; back: number } {
  const [there, back] = [edges.forward[edge], edges.backward[edge]];
  if (cost === 'minutes') return { there, back };
  const metres = edges.metres[edge];
  return { there: there < Infinity ? metres : Infinity, back: back < Infinity ? metres : Infinity };
}

/** Put stretches of roads onto the edges that the roads were cut into. */
export function landingsOf({ edges, travel }: RoadGraph, stretches: readonly Stretch[], cost: Cost): Landing[] {
  return stretches.flatMap(({ road, start, stop, gap_m }) => {
    const gap = cost === 'metres' ? gap_m : (gap_m / 1000 / offRoadSpeed(travel)) * 60;
    const landings: Landing[] = [];
    for (let edge = edges.ofRoad[road]; edge < edges.ofRoad[road + 1]; edge++) {
      const [from, to] = [edges.start[edge], edges.stop[edge]];
      if (start > to || stop < from) continue;
      const along = (at: number) => (to > from ? (Math.min(to, Math.max(from, at)) - from) / (to - from) : 0);
      landings.push({ edge, start: along(start), stop: along(stop), gap });
    }
    return landings;
  });
}

/** What a part of an edge costs; no part of a closed edge costs nothing. */
export const share = (part: number, whole: number): number => (part > 0 ? part * whole : 0);

/** Where a search from landings begins: at the ends of their edges that the way to is open. */
export function sourcesOf(graph: RoadGraph, landings: readonly Landing[], cost: Cost): Source[] {
  const { from, to } = graph.edges;
  return landings
    .flatMap(({ edge, start, stop, gap }) => {
      const { there, back } = costsOf(graph, edge, cost);
      return [
        { node: from[edge], cost: gap + share(start, back) },
        { node: to[edge], cost: gap + share(1 - stop, there) },
      ];
    })
    .filter((source) => source.cost < Infinity);
}

/** Of stretches on roads that are not tied to each other, those of each part of the network that are nearest. */
export function nearestStretches({ edges, components }: RoadGraph, stretches: readonly Stretch[]): Stretch[] {
  const gaps = new Map<number, number>();
  const placed = stretches.flatMap((stretch) => {
    const edge = edges.ofRoad[stretch.road];
    return edge < edges.ofRoad[stretch.road + 1] ? [{ stretch, component: components.of[edges.from[edge]] }] : [];
  });
  for (const { stretch, component } of placed)
    gaps.set(component, Math.min(stretch.gap_m, gaps.get(component) ?? Infinity));
  return placed.filter(({ stretch, component }) => stretch.gap_m === gaps.get(component)).map(({ stretch }) => stretch);
}

import type { Nodes } from './nodes.ts';
import { endOf } from './meeting-ends.ts';
import type { Road } from './road.ts';
import type { RoadGraph } from './road-graph.ts';
import { isPlausibleSpeed } from './speeds.ts';
import { isOpen, minutesOf } from './travel-time.ts';

/** What a user should know about a network before trusting times on it. Ids are those of road links. */
export interface GraphReport {
  roads: number;
  nodes: number;
  /** Nodes in each part that no road ties to the others, the largest first. */
  components: number[];
  /** Ends that no other road meets: real dead ends, and roads that should have met. */
  danglingEnds: number;
  /** Links without a signed speed, driven at the default of their category. */
  withoutSpeed: string[];
  /** Links whose signed speed is none that a road can have; driven at the default too. */
  suspiciousSpeeds: { road: string; speed_kmh: number }[];
  /** Links left out: neither length nor crossing time. */
  unusable: string[];
  /** Ferries whose crossing or wait was assumed. */
  assumedFerries: string[];
  /** Links from a node to itself. */
  loops: string[];
  /** Nodes of a register whose ends lie far apart: the same id given twice. */
  scatteredNodes: { node: string; apart_m: number }[];
}

/** Ends of one node farther apart than this are a fault of the register, metres (ours). */
const scattered_m = 100;

export function reportOn(roads: readonly Road[], { nodes, components, travel }: RoadGraph): GraphReport {
  const isSuspicious = ({ speed_kmh: speed }: Road) => speed !== null && !isPlausibleSpeed(speed);
  const ids = (those: (road: Road, index: number) => boolean) => roads.filter(those).map(({ id }) => id);
  return {
    roads: roads.length,
    nodes: nodes.count,
    components: components.sizes,
    danglingEnds: danglingEnds(nodes).length,
    withoutSpeed: ids(({ ferry, speed_kmh: speed }) => !ferry && speed === null),
    suspiciousSpeeds: roads.flatMap((road) =>
      isSuspicious(road) ? [{ road: road.id, speed_kmh: road.speed_kmh as number }] : [],
    ),
    unusable: ids((road) => isOpen(road, travel) && minutesOf(road) === null),
    assumedFerries: ids(({ ferry, ferry_min, wait_min }) => ferry && (ferry_min === null || wait_min === null)),
    loops: ids((_, index) => nodes.ofEnd[2 * index] === nodes.ofEnd[2 * index + 1]),
    scatteredNodes: scatteredNodes(roads, nodes),
  };
}

/** Ends that no other road meets, `2 · road` the first of a road and `2 · road + 1` its last. */
export function danglingEnds({ ofEnd, degree }: Nodes): number[] {
  return [...ofEnd.keys()].filter((end) => degree[ofEnd[end]] === 1);
}

function scatteredNodes(roads: readonly Road[], { ofEnd, x, y }: Nodes): GraphReport['scatteredNodes'] {
  const apart = new Map<string, number>();
  for (const [end, node] of ofEnd.entries()) {
    const { node: id, place } = endOf(roads, end);
    if (id === null || !place) continue;
    const distance = Math.hypot(place[0] - x[node], place[1] - y[node]);
    if (distance > scattered_m) apart.set(id, Math.max(distance, apart.get(id) ?? 0));
  }
  return [...apart].map(([node, apart_m]) => ({ node, apart_m }));
}

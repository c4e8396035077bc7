import { z } from 'zod';
import type { GraphReport } from '../graph/graph-report.ts';

/** Ids that are told of a list; the whole of it is in `grunnriss`' own log of a graph. */
const most = 20;

const Listed = z.object({ count: z.number().int(), first: z.array(z.string()).max(most) });

export const RoadsSchema = z.object({
  roads: z.number().int(),
  nodes: z.number().int(),
  components: z.number().int().describe('parts that no road ties together'),
  largest_component: z.number().describe('share of the nodes, 0–1'),
  dangling_ends: z.number().int().describe('real dead ends, and roads that should have met'),
  without_speed: Listed.describe('driven at the default of their category'),
  suspicious_speeds: Listed.describe('driven at the default, too'),
  unusable: Listed.describe('left out: neither length nor crossing time'),
  assumed_ferries: Listed.describe('crossing or wait was assumed'),
  scattered_nodes: Listed.describe('one id in two places'),
});

/** The report on the road graph in numbers, with the first ids of each list. */
export function describeRoads(report: GraphReport): z.infer<typeof RoadsSchema> {
  const listed = (ids: readonly string[]) => ({ count: ids.length, first: ids.slice(0, most) });
  return {
    roads: report.roads,
    nodes: report.nodes,
    components: report.components.length,
    largest_component: report.nodes === 0 ? 0 : (report.components[0] ?? 0) / report.nodes,
    dangling_ends: report.danglingEnds,
    without_speed: listed(report.withoutSpeed),
    suspicious_speeds: listed(report.suspiciousSpeeds.map(({ road, speed_kmh }) => `${road}: ${speed_kmh} km/h`)),
    unusable: listed(report.unusable),
    assumed_ferries: listed(report.assumedFerries),
    scattered_nodes: listed(report.scatteredNodes.map(({ node }) => node)),
  };
}

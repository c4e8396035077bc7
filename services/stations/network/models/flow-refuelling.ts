import { inOrder, spare, type Sites } from '../places.ts';
import type { Flow, FlowQuestion, Serves } from '../question.ts';
import { smallest, type CoverModel } from './goal.ts';

/**
 * Flow refuelling (Kuby and Lim 2005) by what covers each stretch (Capar and others 2013). Driven again and again, out and
 * back is a circle; a flow is served when on it no open station is farther than the range from the next. So from each
 * pass of a site, the stretch of the range ahead must have an open one: were it empty, the station before it would be
 * farther than the range from the one after. A circle within the range needs any one station.
 */
export function flowRefuelling(question: FlowQuestion, sites: Sites): CoverModel {
  const numbers = new Map(sites.ids.map((id, at) => [id, at]));
  const goals = inOrder(question.flows).map((at) => {
    const flow = question.flows[at] ?? { id: '', path: [], links: [], volume: 0 };
    const serves = question.serves?.[flow.id] ?? {};
    return { id: flow.id, weight: flow.volume, sets: stretchesOf(flow, question.range_km, serves, numbers) };
  });
  return { kind: 'cover', aim: 'weight', goals, musts: [], least: null };
}

interface Pass {
  site: number;
  km: number;
}

function stretchesOf(
  flow: Flow,
  range_km: number,
  serves: Readonly<Record<string, Serves>>,
  numbers: ReadonlyMap<string, number>,
): number[][] {
  const { passes, around_km } = circle(flow, serves, numbers);
  if (around_km === 0) return [[...new Set(passes.map(({ site }) => site))]];
  if (passes.length === 0) return [[]];
  return smallest(
    passes.map(({ km: from }) =>
      passes
        .filter(({ km }) => {
          const ahead = (km - from + around_km) % around_km;
          return (ahead === 0 ? around_km : ahead) <= range_km + spare;
        })
        .map(({ site }) => site),
    ),
  );
}

/** The passes of sites on the way out and back, with kilometres from the start. */
function circle({ path, links }: Flow, serves: Readonly<Record<string, Serves>>, numbers: ReadonlyMap<string, number>) {
  const length = links.reduce((sum, km) => sum + km, 0);
  const passes: Pass[] = [];
  let km = 0;
  for (const [at, node] of path.entries()) {
    const site = numbers.get(node);
    if (site !== undefined) {
      const direction = serves[node] ?? 'both';
      // At the ends a truck turns, and stops whichever side it came on.
      const turns = at === 0 || at === path.length - 1;
      if (turns || direction !== 'backward') passes.push({ site, km });
      if (!turns && direction !== 'forward') passes.push({ site, km: 2 * length - km });
    }
    km += links[at] ?? 0;
  }
  return { passes, around_km: 2 * length };
}

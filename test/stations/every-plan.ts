import type { Demanded } from '../../services/stations/network/answer.ts';
import type { Flow, NetworkQuestion, RoadRule } from '../../services/stations/network/question.ts';

/** What the best plans are, by trying every one of them: straight from the words of the specification. */
export interface Enumerated {
  objective: number | null;
  sets: string[][];
}

export function enumerate(question: NetworkQuestion): Enumerated {
  const most = question.model === 'covering' || question.model === 'flow-refuelling';
  let best: Enumerated = { objective: null, sets: [] };
  for (const open of everyPlan(question)) {
    const objective = worth(question, open);
    if (objective === null) continue;
    const ahead = best.objective === null ? 1 : (most ? 1 : -1) * (objective - best.objective);
    if (ahead > 1e-9) best = { objective, sets: [open] };
    else if (ahead > -1e-9) best.sets.push(open);
  }
  return best;
}

/** Whether some plan meets these demands and all the rules. */
export function isPossible(question: NetworkQuestion, demands: readonly Demanded[]): boolean {
  const hasShare = question.model === 'set-cover' && question.share !== undefined;
  return [...everyPlan({ ...question, roads: withoutGaps(question) })].some(
    (open) =>
      demands.every((demanded) => isMet(question, demanded, open)) && (!hasShare || worth(question, open) !== null),
  );
}

const withoutGaps = ({ roads }: NetworkQuestion) =>
  roads?.map((road) => ({ ...road, max_gap_km: undefined, ends_km: undefined }));

function isMet(question: NetworkQuestion, demanded: Demanded, open: readonly string[]): boolean {
  if (demanded.kind === 'stretch') {
    const sites = question.roads?.find(({ id }) => id === demanded.road)?.sites ?? [];
    const serving = ({ serves = 'both' }: (typeof sites)[number]) => [serves, 'both'].includes(demanded.direction) || serves === 'both'; // prettier-ignore
    return sites.some(
      (site) =>
        serving(site) && open.includes(site.id) && site.at_km > demanded.from_km && site.at_km <= demanded.to_km,
    );
  }
  if (question.model === 'flow-refuelling') throw new Error('Flows are never demanded.');
  const column = question.demand.findIndex(({ id }) => id === demanded.id);
  const limit = question.model === 'p-median' ? Number.MAX_VALUE : question.radius;
  return open.some((id) => distanceTo(question, id, column) <= limit);
}

function* everyPlan(question: NetworkQuestion): Generator<string[]> {
  const ids = question.candidates.map(({ id }) => id);
  const { existing = [], forbidden = [], roads = [] } = question;
  for (let bits = 0; bits < 2 ** ids.length; bits++) {
    const open = ids.filter((_, at) => (bits >> at) % 2 === 1);
    if (!existing.every((id) => open.includes(id)) || forbidden.some((id) => open.includes(id))) continue;
    if (question.model !== 'set-cover' && open.length !== (question.p ?? existing.length + (question.p_new ?? 0)))
      continue;
    if (isTooClose(question, open) || !roads.every((road) => keeps(road, open))) continue;
    yield open;
  }
}

function isTooClose({ candidates, min_spacing: rule }: NetworkQuestion, open: readonly string[]): boolean {
  const place = (id: string) => candidates.findIndex((one) => one.id === id);
  return open.some((one) =>
    open.some(
      (other) => one !== other && (rule?.distances[place(one)]?.[place(other)] ?? Infinity) < (rule?.value ?? 0),
    ),
  );
}

/** Gaps and spacing along a road, in each direction; a station is taken to stand max_gap_km − ends_km beyond each end. */
function keeps(road: RoadRule, open: readonly string[]): boolean {
  return (['forward', 'backward'] as const).every((direction) => {
    const at = road.sites
      .filter(({ id, serves = 'both' }) => open.includes(id) && (serves === 'both' || serves === direction))
      .map(({ at_km }) => at_km);
    const gap = road.max_gap_km ?? Infinity;
    const beyond = gap - (road.ends_km ?? gap / 2);
    const apart = (places: number[]) =>
      places.sort((one, other) => one - other).flatMap((place, i, all) => (i > 0 ? [place - (all[i - 1] ?? 0)] : []));
    const spaced = apart([...at]).every((km) => km >= (road.min_spacing_km ?? 0));
    const [first, last] = [-beyond, road.length_km + beyond];
    const within = at.filter((km) => km >= first && km <= last);
    return spaced && (gap === Infinity || apart([first, ...within, last]).every((km) => km <= gap));
  });
}

/** The objective of a plan; null when it does not do what the model demands. */
function worth(question: NetworkQuestion, open: readonly string[]): number | null {
  if (question.model === 'flow-refuelling')
    return sum(question.flows, (flow) => (isDriven(flow, question.range_km, open, question.serves?.[flow.id] ?? {}) ? flow.volume : 0)); // prettier-ignore
  const nearest = question.demand.map((_, column) => Math.min(Infinity, ...open.map((id) => distanceTo(question, id, column)))); // prettier-ignore
  switch (question.model) {
    case 'covering':
      return sum(question.demand, ({ weight }, at) => ((nearest[at] ?? 0) <= question.radius ? weight : 0));
    case 'p-median': {
      const { candidates, forbidden = [] } = question;
      const usable = candidates.filter(({ id }) => !forbidden.includes(id));
      const reached = question.demand.map((_, column) => usable.some(({ id }) => distanceTo(question, id, column) < Infinity)); // prettier-ignore
      const cost = sum(question.demand, ({ weight }, at) => (reached[at] && weight > 0 ? weight * (nearest[at] ?? 0) : 0)); // prettier-ignore
      return cost < Infinity ? cost : null;
    }
    case 'set-cover': {
      const within = sum(question.demand, ({ weight }, at) => ((nearest[at] ?? 0) <= question.radius ? weight : 0));
      const all = sum(question.demand, ({ weight }) => weight);
      if (question.share !== undefined) return within >= question.share * all - 1e-9 ? open.length : null;
      return nearest.every((distance) => distance <= question.radius) ? open.length : null;
    }
  }
}

function distanceTo({ candidates, ...question }: NetworkQuestion, id: string, column: number): number {
  if (!('distance' in question)) return Infinity;
  return question.distance[candidates.findIndex((one) => one.id === id)]?.[column] ?? Infinity;
}

/** Drive the round trip three times from each open station on the path, filling at every open one, and see whether some start works. */
function isDriven(
  { path, links }: Flow,
  range: number,
  open: readonly string[],
  serves: Record<string, string>,
): boolean {
  const out = path.map((node, at) => ({ node, km: links[at] ?? links.at(-1) ?? 0, way: 'forward', turns: at === 0 }));
  const back = [...path].reverse().map((node, at) => ({ node, km: [...links].reverse()[at] ?? 0, way: 'backward', turns: at === 0 })); // prettier-ignore
  const round = path.length === 1 ? out : [...out.slice(0, -1), ...back.slice(0, -1)];
  const fills = ({ node, way, turns }: (typeof round)[number]) =>
    open.includes(node) && (turns || [way, 'both'].includes(serves[node] ?? 'both'));
  return round.some((start, from) => {
    if (!fills(start)) return false;
    let left = range;
    for (let step = 0; step < 3 * round.length; step++) {
      const stop = round[(from + step) % round.length];
      if (!stop) return false;
      if (fills(stop)) left = range;
      left -= stop.km;
      if (left < -1e-9) return false;
    }
    return true;
  });
}

const sum = <Item>(list: readonly Item[], of: (item: Item, at: number) => number): number =>
  list.reduce((so, item, at) => so + of(item, at), 0);

import type { Count } from './long-traffic.ts';
import type { TrafficRow } from './read-traffic.ts';

/** A road link, by where it is stored. */
export interface LinkId {
  dataset: number;
  fid: number;
}

interface Tie extends LinkId {
  traffic: number;
  link: string;
  road: string | null;
}

export const linkName = ({ dataset, fid }: LinkId): string => `${dataset}/${fid}`;

const newestOf = (rows: readonly Count[]): number => Math.max(...rows.map(({ year, aadt }) => (aadt === null ? -Infinity : (year ?? -1)))); // prettier-ignore

/** What was counted on road links, and what could be tied to none. */
export interface TiedCounts {
  /** Rows by road link. */
  of: ReadonlyMap<string, TrafficRow[]>;
  /** Rows that no road link on the map is tied to: their road's number is all that says where they are. */
  loose: TrafficRow[];
}

/**
 * Give each road link the rows that were counted on it. Of several datasets, the one of the newest count speaks, then the
 * one loaded last: what is counted twice is never added.
 * @param ties nearest first; of a line drawn along, only one of the same road, or of none, is taken
 * @param roadOf key of a road link's road
 */
export function tieCounts(
  rows: readonly TrafficRow[],
  ties: readonly Tie[],
  roadOf: (link: LinkId) => string | null,
): TiedCounts {
  const byLink = new Map<string, TrafficRow[]>();
  for (const row of rows) {
    const name = `${row.dataset}\n${row.link}`;
    const own = byLink.get(name);
    if (own) own.push(row);
    else byLink.set(name, [row]);
  }
  const of = new Map<string, TrafficRow[]>();
  const used = new Set<string>();
  for (const tie of ties) {
    const own = roadOf(tie);
    if (tie.road !== null && own !== null && tie.road !== own) continue;
    const name = `${tie.traffic}\n${tie.link}`;
    const found = byLink.get(name) ?? [];
    used.add(name);
    const known = of.get(linkName(tie));
    const isNewer = known !== undefined && isAhead(found, known);
    if (!known || isNewer) of.set(linkName(tie), found);
  }
  const loose = [...byLink].flatMap(([name, found]) => (used.has(name) ? [] : found));
  return { of, loose: newestOfEach(loose) };
}

function isAhead(a: readonly TrafficRow[], b: readonly TrafficRow[]): boolean {
  const [mine, other] = [newestOf(a), newestOf(b)];
  // Of lines drawn along the same link by one dataset, the nearest came first.
  return mine > other || (mine === other && (a[0]?.dataset ?? 0) > (b[0]?.dataset ?? 0));
}

/** The newest row of each id. */
function newestOfEach(rows: readonly TrafficRow[]): TrafficRow[] {
  const newest = new Map<string, TrafficRow>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (!known || isAhead([row], [known])) newest.set(row.id, row);
  }
  return [...newest.values()];
}

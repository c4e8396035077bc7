/** One row of a traffic source. */
export interface Count {
  aadt: number | null;
  /** Null: the source does not say; then it is not used. */
  direction: 'per-direction' | 'both' | null;
  /** Of long vehicles, 0–1. */
  share: number | null;
  /** Length from which a vehicle was counted as long, metres; null: not stated. */
  threshold_m: number | null;
  year: number | null;
  origin: 'measured' | 'derived' | 'unknown';
}

/** Why the long vehicles on a link are not known. */
export const unknownReasons = [
  'not-counted',
  'no-figure',
  'no-share',
  'direction-not-said',
  'one-direction',
  'contradictory',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** What the rows of one link say together. */
export interface LongTraffic {
  /** Long vehicles a day that pass, both directions together where the link is driven both ways; null: not known. */
  long_day: number | null;
  /** Of the directions that are known, where not all are. */
  part_day: number | null;
  aadt: number | null;
  unknown: UnknownReason | null;
  /** Years and thresholds of the rows that were used. */
  year: number | null;
  thresholds: (number | null)[];
}

const nothing = { long_day: null, part_day: null, aadt: null, year: null, thresholds: [] };
const rank = { measured: 0, derived: 1, unknown: 2 };

/**
 * Long vehicles a day on a link. Rows of its newest year count; a row for both directions is never added to others, and
 * rows of one direction are summed to two at most.
 * @param isOneWay the link is driven one way only: a row of one direction is all of it
 */
export function longTraffic(rows: readonly Count[], isOneWay: boolean): LongTraffic {
  if (rows.length === 0) return { ...nothing, unknown: 'not-counted' };
  const valid = rows.filter(({ aadt }) => aadt !== null && aadt >= 0);
  if (valid.length === 0) return { ...nothing, unknown: 'no-figure' };
  const newest = Math.max(...valid.map(({ year }) => year ?? -Infinity));
  const own = valid.filter(({ year }) => (year ?? -Infinity) === newest);
  const both = own.filter(({ direction }) => direction === 'both').sort((a, b) => rank[a.origin] - rank[b.origin]);
  const single = own.filter(({ direction }) => direction === 'per-direction');
  const year = Number.isFinite(newest) ? newest : null;
  if (both[0]) return summed([both[0]], year, null);
  if (single.length === 0) return { ...nothing, year, unknown: 'direction-not-said' };
  if (single.length > (isOneWay ? 1 : 2)) return { ...nothing, year, unknown: 'contradictory' };
  return summed(single, year, single.length < 2 && !isOneWay ? 'one-direction' : null);
}

function summed(rows: readonly Count[], year: number | null, unknown: UnknownReason | null): LongTraffic {
  const aadt = rows.reduce((sum, row) => sum + (row.aadt ?? 0), 0);
  const known = rows.filter(({ share }) => share !== null && share >= 0 && share <= 1);
  const long = known.reduce((sum, row) => sum + (row.aadt ?? 0) * (row.share ?? 0), 0);
  const lacks = known.length < rows.length ? 'no-share' : unknown;
  return {
    ...{ long_day: lacks === null ? long : null, part_day: known.length > 0 ? long : null },
    ...{ aadt: unknown === 'one-direction' ? null : aadt, unknown: lacks, year },
    thresholds: [...new Set(rows.map(({ threshold_m }) => threshold_m))],
  };
}

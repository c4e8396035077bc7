import type { LinkDemand } from './demand.ts';

/** What passes a site, and which part of the road's traffic that is. */
export interface Passing {
  /** Long vehicles a day; null: not known. */
  long_day: number | null;
  /** `carriageway`: a road of one direction that was counted alone; nothing says what the other one has. */
  part: 'all' | 'half' | 'carriageway';
}

/**
 * Long vehicles that pass a site on its link, both directions where it serves both. Of a carriageway whose figure was of
 * both directions, a site for both has that whole figure.
 */
export function passing(
  { used_day, isOneWay, isHalved }: Pick<LinkDemand, 'used_day' | 'isOneWay' | 'isHalved'>,
  servesBoth: boolean,
): Passing {
  const times = (factor: number) => (used_day === null ? null : used_day * factor);
  if (!isOneWay) return servesBoth ? { long_day: used_day, part: 'all' } : { long_day: times(0.5), part: 'half' };
  if (!isHalved) return { long_day: used_day, part: 'carriageway' };
  return servesBoth ? { long_day: times(2), part: 'all' } : { long_day: used_day, part: 'half' };
}

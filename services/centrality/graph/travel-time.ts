import type { Road } from './road.ts';
import { speedOf } from './speeds.ts';

/** Of a ferry whose crossing nobody says: 18 km/h, about ten knots (ours). */
const ferryMetresPerMinute = 300;

/** Of a ferry whose wait nobody says (ours): half of a departure every twenty minutes. */
const ferryWait = 10;

/**
 * Minutes to drive a link from end to end. A ferry takes its crossing and its wait, once, whatever its length.
 * @returns null when it cannot be known: no length, and no crossing time
 */
export function minutesOf(road: Road): number | null {
  const length = knownLength(road);
  if (!road.ferry) return length === null ? null : (length / 1000 / speedOf(road)) * 60;
  const crossing = road.ferry_min ?? (length === null ? null : length / ferryMetresPerMinute);
  return crossing === null ? null : crossing + (road.wait_min ?? ferryWait);
}

/** The length of a link, metres; null where it is missing or below zero. */
export const knownLength = ({ length_m: length }: Pick<Road, 'length_m'>): number | null =>
  length !== null && length >= 0 ? length : null;

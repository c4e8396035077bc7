import type { Road } from './road.ts';
import { byCar, type Travel } from './mode.ts';
import { speedOf } from './speeds.ts';

/** Of a ferry whose crossing nobody says: 18 km/h, about ten knots (ours). */
const ferryMetresPerMinute = 300;

/** Of a ferry whose wait nobody says (ours): half of a departure every twenty minutes. */
const ferryWait = 10;

/** Whether somebody who travels so may use a road. */
export const isOpen = ({ closedTo = [] }: Pick<Road, 'closedTo'>, { mode }: Travel): boolean =>
  !closedTo.includes(mode);

/**
 * Minutes from end to end of a link. A ferry takes its crossing and its wait, once, whatever its length.
 * @returns null when it cannot be known: no length, and no crossing time
 */
export function minutesOf(road: Road, travel: Travel = byCar): number | null {
  const length = knownLength(road);
  if (!road.ferry)
    return length === null ? null : (length / 1000 / (travel.mode === 'car' ? speedOf(road) : travel.kmh)) * 60;
  return ferryMinutes(road);
}

/** Minutes that a ferry takes, its wait among them; null when they cannot be known. */
export function ferryMinutes(ferry: Pick<Road, 'length_m' | 'ferry_min' | 'wait_min'>): number | null {
  const length = knownLength(ferry);
  const crossing = ferry.ferry_min ?? (length === null ? null : length / ferryMetresPerMinute);
  return crossing === null ? null : crossing + (ferry.wait_min ?? ferryWait);
}

/** The length of a link, metres; null where it is missing or below zero. */
export const knownLength = ({ length_m: length }: Pick<Road, 'length_m'>): number | null =>
  length !== null && length >= 0 ? length : null;

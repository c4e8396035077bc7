import type { Measuring } from '../measurement/measure.ts';
import { say, type Message } from '../judgement/message.ts';
import { reserveNear, type Reserve } from './reserve.ts';

/**
 * Measure how far zones lie from existing holiday-home areas, and how much of those is unbuilt.
 * @param within metres around a zone's land in which areas count
 * @throws OverlayFailed
 */
export async function holidayReserve(given: Measuring, within: number): Promise<Map<number, Reserve>> {
  const found = await reserveNear(given, {
    holds: ({ holidayHomes }) => holidayHomes === 'certain',
    statuses: [1, 3],
    within,
  });
  return new Map([...found].map(([zone, reserve]) => [zone, { ...reserve, remarks: remarksOn(reserve, within) }]));
}

function remarksOn({ areas: count, reserve_m2: area }: Reserve, distance: number): Message[] {
  if (count === 0) return [];
  return [area === null ? say('reserve-unknown') : say('reserve', { count, area, distance })];
}

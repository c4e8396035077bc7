import { isWithin } from '../graph/search.ts';
import { modes, type Mode } from '../graph/mode.ts';
import type { Area, AreasOfPoints } from '../settlement/areas.ts';
import { targets, type MinutesTo, type Target } from './minutes-to.ts';
import { groups, type Group, type Origins } from './origins.ts';

/** How many are at a target within so many minutes. */
export interface Within {
  minutes: number;
  count: number;
  /** Of all in the area; null where there are none. */
  share: number | null;
}

/** One group of an area. */
export interface GroupShares {
  total: number;
  ways: { to: Target; mode: Mode; without_way: number; within: Within[] }[];
}

/** Null: nobody loaded the data. */
export type AreaShares = Area & Record<Group, GroupShares | null>;

/** Count who is within minutes of the targets, by area. Pure. */
export function sharesByArea(
  { areas, members }: AreasOfPoints,
  counts: Origins['counts'],
  minutesTo: MinutesTo,
  limits: readonly number[],
): AreaShares[] {
  return areas.map((area, number) => {
    const own = members[number];
    const sharesOf = (group: Group): GroupShares | null => {
      const figures = counts[group];
      if (!figures) return null;
      const sum = (those: (at: number) => boolean) => own.reduce((all, at) => (those(at) ? all + figures[at] : all), 0);
      const total = sum(() => true);
      return {
        total,
        ways: targets.flatMap((to) =>
          modes.flatMap((mode) => {
            const times = minutesTo[to]?.[mode];
            if (!times) return [];
            const within = limits.map((minutes): Within => {
              const count = sum((at) => isWithin(times[at], minutes));
              return { minutes, count, share: total > 0 ? count / total : null };
            });
            return [{ to, mode, without_way: sum((at) => times[at] === Infinity), within }];
          }),
        ),
      };
    };
    return { ...area, ...(Object.fromEntries(groups.map((group) => [group, sharesOf(group)])) as Record<Group, GroupShares | null>) }; // prettier-ignore
  });
}

/** The least that brings somebody there within minutes: on foot, by bicycle, by car; `beyond`, or `none`: there is no way. */
export function leastOf(minutes: Record<Mode, number>, limit: number): Mode | 'beyond' | 'none' {
  const found = modes.find((mode) => isWithin(minutes[mode], limit));
  return found ?? (modes.every((mode) => minutes[mode] === Infinity) ? 'none' : 'beyond');
}

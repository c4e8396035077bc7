import { isWithin } from '../graph/search.ts';
import { modes, type Mode } from '../graph/mode.ts';
import type { Area, AreasOfPoints } from '../settlement/areas.ts';
import { targets, type MinutesTo, type Target } from './minutes-to.ts';
import { groups, type Group, type Origins } from './origins.ts';
import { grounds, isTold, type Ground, type Told } from './told.ts';

/** How many are at a target within so many minutes. */
export interface Within {
  minutes: number;
  count: number;
  /** Of all whom it is known of; null where there are none. */
  share: number | null;
}

/** One group of an area. */
export interface GroupShares {
  /** Where the data tell of them: in all municipalities of the area but those it `lacks`. */
  total: number;
  /** None to targets that are known in no municipality of the area. */
  ways: {
    to: Target;
    mode: Mode;
    /** What the shares are of: those who are where targets are known, too. */
    of: number;
    without_way: number;
    within: Within[];
  }[];
}

/** Null: there are no data about any municipality of the area. */
export type AreaShares = Area &
  Record<Group, GroupShares | null> & {
    /** Numbers of the area's municipalities that there are no data about. */
    lacks: Record<Ground, string[]>;
  };

/**
 * Count who is within minutes of the targets, by area. Pure.
 * @param municipalities of each area
 */
export function sharesByArea(
  { areas, members }: AreasOfPoints,
  { points, counts }: Pick<Origins, 'points' | 'counts'>,
  minutesTo: MinutesTo,
  limits: readonly number[],
  { municipalities, told }: { municipalities: readonly (readonly string[])[]; told: Told },
): AreaShares[] {
  return areas.map((area, number) => {
    const isKnown = (ground: Ground) => (municipality: string) => isTold(told, ground, municipality);
    const lacks = (ground: Ground) => municipalities[number].filter((one) => !isKnown(ground)(one));
    const isNone = (those: readonly Ground[]) =>
      municipalities[number].length > 0 &&
      municipalities[number].every((one) => those.some((ground) => !isKnown(ground)(one)));
    const sharesOf = (group: Group): GroupShares | null => {
      const figures = counts[group];
      if (!figures || isNone([group])) return null;
      const own = members[number].filter((at) => isKnown(group)(points[at].municipality));
      const sumOf = (those: readonly number[]) => those.reduce((all, at) => all + figures[at], 0);
      return {
        total: sumOf(own),
        ways: targets.flatMap((to) =>
          modes.flatMap((mode) => {
            const times = minutesTo[to]?.[mode];
            if (!times || isNone([group, to])) return [];
            const asked = own.filter((at) => isKnown(to)(points[at].municipality));
            const of = sumOf(asked);
            const within = limits.map((minutes): Within => {
              const count = sumOf(asked.filter((at) => isWithin(times[at], minutes)));
              return { minutes, count, share: of > 0 ? count / of : null };
            });
            return [{ to, mode, of, without_way: sumOf(asked.filter((at) => times[at] === Infinity)), within }];
          }),
        ),
      };
    };
    return {
      ...area,
      ...(Object.fromEntries(groups.map((group) => [group, sharesOf(group)])) as Record<Group, GroupShares | null>),
      lacks: Object.fromEntries(grounds.map((ground) => [ground, lacks(ground)])) as Record<Ground, string[]>,
    };
  });
}

/** The least that brings somebody there within minutes: on foot, by bicycle, by car; `beyond`, or `none`: there is no way. */
type Least = Mode | 'beyond' | 'none';

export const isThere = (least: Least): boolean => least !== 'beyond' && least !== 'none';

export function leastOf(minutes: Record<Mode, number>, limit: number): Least {
  const found = modes.find((mode) => isWithin(minutes[mode], limit));
  return found ?? (modes.every((mode) => minutes[mode] === Infinity) ? 'none' : 'beyond');
}

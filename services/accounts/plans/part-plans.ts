import { sum } from '../extent/tallies.ts';
import type { PlanAccount, PurposeRow, Taken } from './plan-account.ts';
import type { landStates } from './land-state.ts';
import type { StandingZone } from './standing-zones.ts';

type States = Awaited<ReturnType<typeof landStates>>;

/**
 * The rows of a plan account: planned = built + reserve + unbuildable + densification in each. Pure.
 * @param states of the zones that build
 * @param taken what the reserve of a group would take
 * @param isProtected m² of the unbuildable land of a group
 */
export function partPlans(
  zones: readonly StandingZone[],
  states: States,
  taken: (group: string) => Taken,
  isProtected: (group: string) => number | null,
): Pick<PlanAccount, 'groups' | 'other' | 'planned_m2' | 'claimed_twice_m2'> {
  const building = zones.filter(({ builds }) => builds);
  return {
    groups: groupsOf(building).map((group): PurposeRow => {
      const own = building.filter((zone) => zone.group === group);
      const buffers = states.get(own[0]?.n ?? -1)?.map(({ buffer_m }) => buffer_m) ?? [];
      const [deciding, ...others] = buffers.map((buffer_m, turn) => ({ buffer_m, ...parts(own, states, turn) }));
      return {
        group,
        planned_m2: sum(own.map(({ area_m2 }) => area_m2)),
        built_m2: deciding?.built_m2 ?? 0,
        reserve_m2: deciding?.reserve_m2 ?? 0,
        unbuildable_m2: deciding?.unbuildable_m2 ?? 0,
        protected_m2: isProtected(group),
        densification_m2: deciding?.densification_m2 ?? 0,
        takes: taken(group),
        sensitivity: others.map(({ buffer_m, built_m2, reserve_m2, densification_m2 }) => ({
          ...{ buffer_m, built_m2, reserve_m2, densification_m2 },
        })),
      };
    }),
    other: groupsOf(zones.filter(({ builds }) => !builds)).map((group) => ({
      group,
      planned_m2: sum(zones.flatMap((zone) => (!zone.builds && zone.group === group ? zone.area_m2 : []))),
    })),
    planned_m2: sum(zones.map(({ area_m2 }) => area_m2)),
    claimed_twice_m2: sum(zones.map(({ claimed_twice_m2 }) => claimed_twice_m2)),
  };
}

function parts(zones: readonly StandingZone[], states: States, turn: number) {
  const found = { built_m2: 0, unbuildable_m2: 0, reserve_m2: 0, densification_m2: 0 };
  for (const { n, present } of zones) {
    const state = states.get(n)?.[turn];
    if (!state) continue;
    found.built_m2 += state.built_m2;
    found.unbuildable_m2 += state.unbuildable_m2;
    found[present ? 'densification_m2' : 'reserve_m2'] += state.open_m2;
  }
  return found;
}

const groupsOf = (zones: readonly StandingZone[]): string[] => [...new Set(zones.map(({ group }) => group))].sort();

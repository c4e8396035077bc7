import { byCode } from '../extent/balance.ts';
import { add, sum } from '../extent/tallies.ts';
import { isBuiltOver } from './built-over.ts';
import type { PlanAccount, PurposeRow, Taken } from './plan-account.ts';
import { takes } from './takes.ts';
import type { MeasuredZone } from './zone-figures.ts';

/** m² below which two that only meet are not laid upon each other. */
const rounding = 0.01;

/**
 * The rows of a plan account: planned = built + reserve + unbuildable + densification in each. Pure.
 * @param missing layers that nobody looked at here: what the reserve takes of them is null
 */
export function partPlans(
  zones: readonly MeasuredZone[],
  missing: readonly string[],
): Pick<PlanAccount, 'groups' | 'other' | 'planned_m2' | 'claimed_twice_m2' | 'ecosystem_loss'> {
  const building = zones.filter(({ builds }) => builds);
  return {
    groups: groupsOf(building).map((group): PurposeRow => {
      const own = building.filter((zone) => zone.group === group);
      const buffers = own[0]?.figures.states.map(({ buffer_m }) => buffer_m) ?? [];
      const [deciding, ...others] = buffers.map((buffer_m, turn) => ({ buffer_m, ...parts(own, turn) }));
      return {
        group,
        planned_m2: areaOf(own),
        built_m2: deciding?.built_m2 ?? 0,
        reserve_m2: deciding?.reserve_m2 ?? 0,
        unbuildable_m2: deciding?.unbuildable_m2 ?? 0,
        protected_m2: missing.includes('protected-area') ? null : sum(own.map(({ figures }) => figures.protected_m2)),
        densification_m2: deciding?.densification_m2 ?? 0,
        takes: takenBy(own, missing),
        sensitivity: others.map(({ buffer_m, built_m2, reserve_m2, densification_m2 }) => ({
          ...{ buffer_m, built_m2, reserve_m2, densification_m2 },
        })),
      };
    }),
    other: groupsOf(zones.filter(({ builds }) => !builds)).map((group) => ({
      group,
      planned_m2: areaOf(zones.filter((zone) => !zone.builds && zone.group === group)),
    })),
    planned_m2: areaOf(zones),
    claimed_twice_m2: sum(zones.map(({ figures }) => figures.claimed_twice_m2)),
    ecosystem_loss: missing.includes('ecosystem') ? null : lossOf(building),
  };
}

function parts(zones: readonly MeasuredZone[], turn: number) {
  const found = { built_m2: 0, unbuildable_m2: 0, reserve_m2: 0, densification_m2: 0 };
  for (const { figures, present } of zones) {
    const state = figures.states[turn];
    if (!state) continue;
    found.built_m2 += state.built_m2;
    found.unbuildable_m2 += state.unbuildable_m2;
    found[present ? 'densification_m2' : 'reserve_m2'] += state.open_m2;
  }
  return found;
}

function takenBy(zones: readonly MeasuredZone[], missing: readonly string[]): Taken {
  return Object.fromEntries(
    takes.map(({ id, layer, classes }) => {
      if (missing.includes(layer)) return [id, null];
      const of = ({ figures: { taken } }: MeasuredZone) =>
        classes ? sum(classes.map((name) => taken.cover[name] ?? 0)) : (taken.kinds[id] ?? 0);
      return [id, sum(zones.map(of))];
    }),
  );
}

/** What the reserve that would be built over would take of each ecosystem type. */
function lossOf(zones: readonly MeasuredZone[]): { class: string; area_m2: number }[] {
  const lost: Record<string, number> = {};
  for (const { group, figures } of zones)
    if (isBuiltOver(group)) for (const [name, area] of Object.entries(figures.taken.types)) add(lost, name, area);
  return Object.entries(lost)
    .filter(([, area]) => area > rounding)
    .sort(([a], [b]) => byCode(a, b))
    .map(([name, area]) => ({ class: name, area_m2: area }));
}

const areaOf = (zones: readonly MeasuredZone[]): number => sum(zones.map(({ figures }) => figures.area_m2));

const groupsOf = (zones: readonly MeasuredZone[]): string[] => [...new Set(zones.map(({ group }) => group))].sort();

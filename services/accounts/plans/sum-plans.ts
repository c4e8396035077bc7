import { sum } from '../extent/tallies.ts';
import { sumReach } from '../reach.ts';
import type { PlanAccount, PlanAccounts, PurposeRow, Taken } from './plan-account.ts';

/** Plan accounts of several municipalities together; null for none. Pure. */
export function sumPlans(accounts: readonly PlanAccounts[]): PlanAccounts | null {
  const current = sumOf(accounts.map((own) => own.current));
  return current && { current, draft: sumOf(accounts.flatMap(({ draft }) => draft ?? [])) };
}

function sumOf(accounts: readonly PlanAccount[]): PlanAccount | null {
  const [first] = accounts;
  if (!first) return null;
  const lost = accounts.flatMap(({ ecosystem_loss: loss }) => loss ?? []);
  return {
    ...first,
    groups: names(accounts.flatMap(({ groups }) => groups.map(({ group }) => group))).map((group) =>
      sumRows(
        group,
        accounts.flatMap(({ groups }) => groups.filter((row) => row.group === group)),
      ),
    ),
    other: names(accounts.flatMap(({ other }) => other.map(({ group }) => group))).map((group) => ({
      group,
      planned_m2: sum(
        accounts.flatMap(({ other }) => other.flatMap((row) => (row.group === group ? row.planned_m2 : []))),
      ),
    })),
    planned_m2: sum(accounts.map(({ planned_m2 }) => planned_m2)),
    claimed_twice_m2: sum(accounts.map(({ claimed_twice_m2 }) => claimed_twice_m2)),
    ecosystem_loss: accounts.some(({ ecosystem_loss: loss }) => loss === null)
      ? null
      : names(lost.map((row) => row.class)).map((name) => ({
          class: name,
          area_m2: sum(lost.flatMap((row) => (row.class === name ? row.area_m2 : []))),
        })),
    method: {
      ...first.method,
      ...sumReach(accounts.map(({ method }) => method)),
      treelines: distinct(accounts.flatMap(({ method }) => method.treelines)),
    },
  };
}

function sumRows(group: string, rows: readonly PurposeRow[]): PurposeRow {
  const of = (figure: (row: PurposeRow) => number) => sum(rows.map(figure));
  const buffers = rows[0]?.sensitivity ?? [];
  return {
    group,
    planned_m2: of(({ planned_m2 }) => planned_m2),
    built_m2: of(({ built_m2 }) => built_m2),
    reserve_m2: of(({ reserve_m2 }) => reserve_m2),
    unbuildable_m2: of(({ unbuildable_m2 }) => unbuildable_m2),
    protected_m2: rows.some((row) => row.protected_m2 === null) ? null : of(({ protected_m2 }) => protected_m2 ?? 0),
    densification_m2: of(({ densification_m2 }) => densification_m2),
    takes: sumTaken(rows.map(({ takes }) => takes)),
    sensitivity: buffers.map(({ buffer_m }, turn) => ({
      buffer_m,
      built_m2: of(({ sensitivity }) => sensitivity[turn]?.built_m2 ?? 0),
      reserve_m2: of(({ sensitivity }) => sensitivity[turn]?.reserve_m2 ?? 0),
      densification_m2: of(({ sensitivity }) => sensitivity[turn]?.densification_m2 ?? 0),
    })),
  };
}

/** What is not known in one municipality is not known of all. */
const sumTaken = (taken: readonly Taken[]): Taken =>
  Object.fromEntries(
    Object.keys(taken[0] ?? {}).map((kind) => {
      const values = taken.map((own) => own[kind] ?? null);
      return [kind, values.includes(null) ? null : sum(values.map((value) => value ?? 0))];
    }),
  );

const distinct = <Value>(all: readonly Value[]): Value[] => [
  ...new Map(all.map((own) => [JSON.stringify(own), own])).values(),
];

const names = (all: readonly string[]): string[] => [...new Set(all)].sort();

import type { Accounts } from './account.ts';
import { sumExtents } from './extent/sum-extents.ts';
import { sum } from './extent/tallies.ts';
import { sumNature } from './nature/sum-nature.ts';
import { sumPlans } from './plans/sum-plans.ts';

/** The accounts of several municipalities together; null for none. Pure. */
export function sumAccounts(accounts: readonly Accounts[], name: string | null): Accounts | null {
  const [first] = accounts;
  if (!first) return null;
  const area = sum(accounts.map(({ area_m2 }) => area_m2));
  return {
    ...first,
    municipality: null,
    name,
    municipalities: accounts.flatMap(({ municipality }) => municipality ?? []),
    area_m2: area,
    borders: { ...first.borders, since: latest(accounts.map(({ borders }) => borders.since)) },
    extent: first.extent.flatMap(
      ({ layer }) => sumExtents(accounts.flatMap(({ extent }) => extent.filter((own) => own.layer === layer))) ?? [],
    ),
    plans: sumPlans(accounts.flatMap(({ plans }) => plans ?? [])),
    nature: sumNature(
      accounts.map(({ nature, area_m2 }) => ({ nature, area_m2 })),
      area,
    ),
    datasets: [...new Map(accounts.flatMap(({ datasets }) => datasets.map((own) => [own.id, own] as const))).values()],
  };
}

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;

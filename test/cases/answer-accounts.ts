import type { Catalogue } from '../../layers/catalogue.ts';
import { makeAccounts } from '../../services/accounts/accounts.ts';
import type { Accounts } from '../../services/accounts/account.ts';
import { AccountInput } from '../../services/accounts/inputs.ts';
import type { Database } from '../../services/database/database.ts';
import { isExtentCase, toleranceOf, type ExtentCase, type PlanCase } from './accounts-case.ts';
import { compareFigures } from './compare-figures.ts';
import { loadCase } from './load-case.ts';
import type { CaseFeature, ConflictCase } from './truth-case.ts';

type Plain = ExtentCase['municipalities'][number];

/** Put a case about accounts to the program. @returns what differs from what it expects, in words */
export async function differencesInAccounts(
  database: Database,
  catalogue: Catalogue,
  given: ExtentCase | PlanCase,
  filled: Set<string>,
): Promise<string[]> {
  await loadCase(database, catalogue, { ...given, layers: layersOf(given) }, filled);
  const sliver = isExtentCase(given) ? { sliver_width_m: given.sliver_width_m } : { built_buffer_m: 0 };
  const { accounts, county } = await makeAccounts(database, catalogue, AccountInput.parse(sliver));
  const { municipalities, county: whole } = given.expected;
  return [
    ...compareFigures(
      Object.fromEntries(Object.entries(municipalities).map(([number, own]) => [number, inForm(own)])),
      Object.fromEntries(accounts.map((own) => [own.municipality, figuresOf(own)])),
      toleranceOf(given),
    ),
    ...compareFigures({ county: inForm(whole) }, { county: county && figuresOf(county) }, toleranceOf(given)),
  ];
}

function layersOf(given: ExtentCase | PlanCase): ConflictCase['layers'] {
  const layer = (features: readonly Plain[]) => ({
    ...{ coverage: null, accuracy_m: null },
    features: features.map((feature, index): CaseFeature => ({ ...feature, id: `${index}` })),
  });
  const municipality = layer(given.municipalities);
  if (isExtentCase(given)) {
    const years = [given.from, given.to].flatMap(({ year, features }) =>
      features.map((feature) => ({ ...feature, properties: { ...feature.properties, year } })),
    );
    return { municipality, 'land-cover': layer(years) };
  }
  const plans = given.zones.map(({ properties: { plan_id, plan_status, law }, ...zone }) => ({
    ...zone,
    properties: { plan_id: plan_id ?? null, plan_status: plan_status ?? null, law: law ?? null },
  }));
  const filters = given.unbuildable.map((feature) => ({ ...feature, properties: { kind: 'other' } }));
  return {
    ...{ municipality, plan: layer(plans), zoning: layer(given.zones) },
    ...{ building: layer(given.built), hazard: layer(filters) },
  };
}

/** Rows by their class or group: a row that is not listed is 0. */
function inForm(figures: Record<string, unknown>): Record<string, unknown> {
  const { classes, plans, ...others } = figures as { classes?: { class: string }[]; plans?: { group: string }[] };
  return {
    ...others,
    ...(classes && { classes: Object.fromEntries(classes.map(({ class: name, ...row }) => [name, row])) }),
    ...(plans && { plans: Object.fromEntries(plans.map(({ group, ...row }) => [group, row])) }),
  };
}

function figuresOf({ area_m2, extent: [extent], plans }: Accounts): Record<string, unknown> {
  return inForm({ ...extent, area_m2, ...(plans && { plans: plans.current.groups }) });
}

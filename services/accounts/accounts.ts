import type { Catalogue } from '../../layers/catalogue.ts';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { confirmConstraints, GroundGone, readConstraints } from '../conflicts/measurement/constraints.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { accountLayers } from './account-layers.ts';
import type { Accounts } from './account.ts';
import { loadIndicators } from './barometer/indicator-catalogue.ts';
import { measureIndicators } from './barometer/measure-indicators.ts';
import { readBarometer } from './barometer/read-barometer.ts';
import { areaMethod } from './extent/extent-account.ts';
import { chooseVersions } from './extent/choose-versions.ts';
import { datasetsUsed } from './datasets-used.ts';
import type { AccountInputs } from './inputs.ts';
import { makeParts } from './make-parts.ts';
import { countyOf, municipalitiesFor, type AccountedMunicipality } from './municipalities.ts';
import { replacedBy } from './plans/draft.ts';
import { sumAccounts } from './sum-accounts.ts';

/**
 * Accounts of the municipalities that were asked for, and of the regions and the county that all of them make. Where they
 * are of several counties, as with neighbours around, each county stands with the regions.
 */
export interface AccountsAnswer {
  accounts: Accounts[];
  /** Coverages that do not have the versions that were asked for, and are not in the answer: why. */
  left_out: Bilingual[];
  /** Only where all municipalities were asked for. A county without a polygon goes by the first digits of its municipalities. */
  regions: (Accounts & { region: string })[];
  county: Accounts | null;
}

interface Options {
  signal?: AbortSignal | undefined;
  /** @param share 0–1 of the work */
  onProgress?: ((share: number, municipality: string) => void) | undefined;
}

const mostAttempts = 3;

/**
 * Make the accounts of municipalities, each kept by the datasets that lie in it.
 * @throws CannotAccount, GroundGone when the municipalities were replaced again and again, and the signal's reason
 */
export async function makeAccounts(
  database: Database,
  catalogue: Catalogue,
  inputs: AccountInputs,
  options: Options = {},
): Promise<AccountsAnswer> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await makeOnce(database, catalogue, inputs, options);
    } catch (error) {
      if (!(error instanceof GroundGone) || attempt === mostAttempts) throw error;
    }
}

async function makeOnce(
  database: Database,
  catalogue: Catalogue,
  inputs: AccountInputs,
  { signal, onProgress }: Options,
): Promise<AccountsAnswer> {
  const constraints = await readConstraints(database, accountLayers);
  const asked = await municipalitiesFor(database, constraints, inputs.municipalities);
  const chosen = await chooseVersions(database, catalogue, constraints, inputs);
  const draft = inputs.plan ? await replacedBy(database, inputs.plan.href) : null;
  const { srid } = await database.row<{ srid: number }>(statement('database/analysis-srid'));
  const parts = await makeParts(database, asked, {
    ...{ catalogue, constraints, coverages: chosen.coverages, draft, inputs, signal, onProgress },
  });
  const used = await datasetsUsed(database, constraints, parts);
  const made = parts.map(({ municipality, ...own }, at) =>
    accountsOf(municipality, { srid, division: constraints.division, ...own, datasets: used[at] ?? [] }),
  );
  await confirmConstraints(database, constraints);
  const indicators = await loadIndicators();
  const barometer = await readBarometer(
    database,
    asked.map(({ number }) => number),
    inputs.built_buffer_m,
  );
  const withIndicators = <Account extends Accounts>(account: Account, of: readonly Accounts[]): Account => ({
    ...account,
    indicators: measureIndicators(account, of, indicators, barometer),
  });
  const accounts = made.map((account) => withIndicators(account, [account]));
  const left_out = chosen.leftOut.map(({ explanation }) => explanation);
  if (inputs.municipalities) return { accounts, left_out, regions: [], county: null };
  const regions = await database.rows<{ number: string; name: string | null }>(statement('accounts/region-names'), {
    regions: constraints.editions.get('region')?.datasets.map(({ id }) => id) ?? [],
  });
  const counties = [...new Set(asked.map(({ number }) => countyOf(number)))];
  const unnamed = counties.filter((number) => !regions.some((region) => region.number === number));
  const county = counties.length > 1 ? null : sumAccounts(accounts, null);
  return {
    accounts,
    left_out,
    regions: [...regions, ...(counties.length > 1 ? unnamed.map((number) => ({ number, name: null })) : [])].flatMap(
      ({ number, name }) => {
        const own = accounts.filter(
          (_, index) =>
            asked[index]?.regions.includes(number) ||
            (unnamed.includes(number) && countyOf(asked[index]?.number ?? '') === number),
        );
        const whole = sumAccounts(own, name);
        return whole ? [{ region: number, ...withIndicators(whole, own) }] : [];
      },
    ),
    county: county && withIndicators(county, accounts),
  };
}

function accountsOf(
  { number, name, area_m2, day, valid_from }: AccountedMunicipality,
  {
    srid,
    division,
    ...tables
  }: { srid: number; division: number } & Pick<Accounts, 'extent' | 'plans' | 'nature' | 'datasets'>,
): Accounts {
  return {
    ...{ municipality: number, name, area_m2, crs: `EPSG:${srid}`, area_method: areaMethod.en },
    borders: { edition: division, held_on: day, since: valid_from },
    ...tables,
    indicators: [],
  };
}

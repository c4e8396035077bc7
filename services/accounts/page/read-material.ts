import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { loadRules } from '../../conflicts/rule-catalogue.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { currentEditions } from '../../imports/editions.ts';
import { accountLayers } from '../account-layers.ts';
import { makeAccounts, type AccountsAnswer } from '../accounts.ts';
import { loadIndicators } from '../barometer/indicator-catalogue.ts';
import { sweepsOnMap } from '../barometer/read-barometer.ts';
import { AccountInput } from '../inputs.ts';
import { countyOf } from '../municipalities.ts';
import { texts } from '../texts/texts.ts';
import { drawMaps } from './draw-maps.ts';
import type { Compared, Material, Place } from './material.ts';

/** Percentile of development pressure from which it is strong: the highest band of the coordination zones. */
const strongPressure = 80;

/** Whom a municipality is compared with. */
export interface Beside {
  /** Numbers of municipalities. */
  numbers: readonly string[];
  /** The sums that it is in. */
  sums: readonly ('region' | 'county')[];
}

/**
 * Read and work out all that the page of a municipality tells.
 * @throws CannotAccount, GroundGone, and the signal's reason
 */
export async function readMaterial(
  { database, catalogue, language, signal }: Given,
  number: string,
  beside: Beside,
): Promise<Material> {
  const municipalities = [number, ...beside.numbers.filter((one) => one !== number)];
  const asked = await makeAccounts(database, catalogue, AccountInput.parse({ municipalities }), { signal });
  // The sums need the accounts of all.
  const answer =
    beside.sums.length > 0 ? await makeAccounts(database, catalogue, AccountInput.parse({}), { signal }) : asked;
  const ofNumber = (one: string) => answer.accounts.find(({ municipality }) => municipality === one);
  const accounts = ofNumber(number);
  if (!accounts) throw new Error(`No accounts of municipality ${number} were made.`);
  const name = accounts.name ?? number;
  const place = await database.row<Place>(statement('accounts/place'), {
    municipality: number,
    strong: strongPressure,
  });
  return {
    ...{ language, catalogue, number, name, accounts, place },
    compared: [
      ...beside.numbers.flatMap((one): Compared[] => {
        const own = ofNumber(one);
        return own ? [{ name: own.name ?? one, accounts: own }] : [];
      }),
      ...sumsBeside(answer, number, beside, language),
    ],
    absent: await absentLayers(database),
    indicators: await loadIndicators(),
    rules: await loadRules(),
    sweeps: await sweepsOnMap(database, [number]),
    maps: await drawMaps({ database, catalogue, language, number, name }),
  };
}

async function absentLayers(database: Database): Promise<string[]> {
  const editions = await currentEditions(database, accountLayers);
  return accountLayers.filter((layer) => (editions.get(layer)?.datasets.length ?? 0) === 0);
}

interface Given {
  database: Database;
  catalogue: Catalogue;
  language: Language;
  signal?: AbortSignal | undefined;
}

/** Sums that hold the municipality; a region that is the whole county stands as the county. */
function sumsBeside(
  { accounts, regions, county }: AccountsAnswer,
  number: string,
  { sums }: Beside,
  language: Language,
): Compared[] {
  const own = regions.filter(({ municipalities = [] }) => municipalities.includes(number));
  const isCounty = ({ region, municipalities = [] }: (typeof own)[number]) =>
    county ? municipalities.length === accounts.length : region === countyOf(number);
  const whole = own.find(isCounty);
  const counted = county ?? whole;
  return [
    ...(sums.includes('region')
      ? own
          .filter((region) => !isCounty(region))
          .map((region) => ({ name: region.name ?? region.region, accounts: region }))
      : []),
    ...(sums.includes('county') && counted ? [{ name: whole?.name ?? texts[language].county, accounts: counted }] : []),
  ];
}

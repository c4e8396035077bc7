import { datasetIds, type Constraints } from '../conflicts/measurement/constraints.ts';
import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import {
  endedMunicipality,
  futureMunicipality,
  noMunicipalities,
  unknownMunicipality,
  type CannotAccount,
} from './cannot-account.ts';

/** A municipality that accounts are made of. */
export interface AccountedMunicipality {
  number: string;
  name: string | null;
  area_m2: number;
  /** Numbers of the regions and counties that it is in. */
  regions: string[];
  /** ISO day that its polygon was loaded, on which it held, and the one that it holds from. */
  day: string;
  valid_from: string | null;
}

type Row = AccountedMunicipality & {
  present: boolean;
  is_future: boolean | null;
  valid_to: string | null;
  successors: string[];
};

/**
 * The municipalities of the division, or those that are asked for.
 * @throws CannotAccount where there are none, or one that is asked for is not known or has ended
 */
export async function municipalitiesFor(
  session: Session,
  constraints: Constraints,
  asked?: readonly string[],
): Promise<AccountedMunicipality[]> {
  const rows = await session.rows<Row>(statement('accounts/municipalities'), {
    municipalities: datasetIds(constraints, 'municipality'),
    regions: datasetIds(constraints, 'region'),
  });
  const present = rows.filter((row) => row.present);
  if (present.length === 0) throw noMunicipalities();
  if (!asked) return present.map(accounted);
  const found: AccountedMunicipality[] = [];
  for (const number of asked) {
    const row = rows.find((one) => one.number === number);
    if (row?.present) found.push(accounted(row));
    else throw await withoutAccount(session, number, row, present);
  }
  return found;
}

/** Why there is no account of a number: it ended, by the division or by the history of numbers, or nobody knows it. */
async function withoutAccount(
  session: Session,
  number: string,
  row: Row | undefined,
  present: readonly Row[],
): Promise<CannotAccount> {
  const taken = await session.rows<{ successor: string; successor_name: string | null; to_year: number | null }>(
    statement('accounts/former-number'),
    { number },
  );
  const [first] = taken;
  if (first)
    return endedMunicipality(
      number,
      first.to_year === null ? null : String(first.to_year),
      taken.map((one) => named(one.successor, one.successor_name)),
    );
  if (row?.is_future) return futureMunicipality(number, row.valid_from, row.day);
  return row
    ? endedMunicipality(number, row.valid_to, row.successors)
    : unknownMunicipality(number, nearestTo(number, present));
}

/** The number of a municipality's county: its first two digits. */
export const countyOf = (number: string): string => number.slice(0, 2);

const named = (number: string, name: string | null): string => (name === null ? number : `${number} ${name}`);

/** Those with that name, or whose name begins like it; else the nearest numbers. */
function nearestTo(asked: string, present: readonly Row[]): string[] {
  const begin = asked.toLocaleLowerCase('nb').slice(0, 3);
  const alike = present.filter(({ name }) => name?.toLocaleLowerCase('nb').startsWith(begin));
  const away = ({ number }: Row) => Math.abs(Number(number) - (Number(asked) || 0));
  const near = alike.length > 0 ? alike : [...present].sort((a, b) => away(a) - away(b));
  return near.slice(0, 3).map(({ number, name }) => named(number, name));
}

const accounted = ({ number, name, area_m2, regions, day, valid_from }: Row): AccountedMunicipality => ({
  ...{ number, name, area_m2, regions, day, valid_from },
});

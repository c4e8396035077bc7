import { datasetIds, type Constraints } from '../conflicts/measurement/constraints.ts';
import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { endedMunicipality, noMunicipalities, unknownMunicipality } from './cannot-account.ts';

/** A municipality that accounts are made of. */
export interface AccountedMunicipality {
  number: string;
  name: string | null;
  area_m2: number;
  /** Numbers of the regions and counties that it is in. */
  regions: string[];
}

type Row = AccountedMunicipality & { present: boolean; valid_to: string | null; successors: string[] };

/**
 * The municipalities of today, or those that are asked for.
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
  return asked.map((number) => {
    const row = rows.find((one) => one.number === number);
    if (!row)
      throw unknownMunicipality(
        number,
        present.map((one) => one.number),
      );
    if (!row.present) throw endedMunicipality(number, row.valid_to, row.successors);
    return accounted(row);
  });
}

const accounted = ({ number, name, area_m2, regions }: Row): AccountedMunicipality => ({
  number,
  name,
  area_m2,
  regions,
});

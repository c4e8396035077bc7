import { purposeOf } from '../../../layers/codes/purposes.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { AccountedDraft } from './draft.ts';

/** Land of a zone where its plan rules. */
export interface StandingZone {
  n: number;
  group: string;
  /** Building is its purpose, or extraction, or nobody knows: what is unbuilt of it is reserve. */
  builds: boolean;
  /** Present land of a master plan (status 1), or land to develop further (3): what is unbuilt of it is densification. */
  present: boolean;
  status: number | null;
  geom: Buffer;
  area_m2: number;
  claimed_twice_m2: number;
}

interface Row extends Pick<StandingZone, 'n' | 'status' | 'geom' | 'area_m2' | 'claimed_twice_m2'> {
  object_type: string | null;
  purpose: number | null;
  regulation: boolean;
}

/** The zones in force in a municipality, or those with a draft, each with the land that no other plan rules over. */
export async function standingZones(
  session: Session,
  constraints: Constraints,
  municipality: string,
  draft: AccountedDraft | null,
): Promise<StandingZone[]> {
  const rows = await session.rows<Row>(statement('accounts/standing-land'), {
    plans: datasetIds(constraints, 'plan'),
    zoning: datasetIds(constraints, 'zoning'),
    considerations: datasetIds(constraints, 'zoning-consideration'),
    municipalities: datasetIds(constraints, 'municipality'),
    division: constraints.division,
    municipality,
    draft_zoning: draft?.zoning ?? 0,
    draft_considerations: draft?.considerations ?? 0,
    replaced: draft?.replaces ?? [],
  });
  return rows.map(({ object_type, purpose: code, regulation, ...row }) => {
    const purpose = purposeOf(object_type, code);
    return {
      ...row,
      group: purpose.group,
      builds: purpose.allowsBuilding !== false || purpose.group === 'extraction',
      present: !regulation && (row.status === 1 || row.status === 3),
    };
  });
}

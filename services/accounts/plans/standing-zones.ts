import { purposeOf } from '../../../layers/codes/purposes.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import { everyAnswer } from '../../conflicts/measurement/every-zone.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { AccountedDraft } from './draft.ts';

/** A zone that is in force in a municipality. */
export interface Zone {
  dataset_id: number;
  fid: number;
  group: string;
  /** Building is its purpose, or extraction, or nobody knows: what is unbuilt of it is reserve. */
  builds: boolean;
  /** Present land of a master plan (status 1), or land to develop further (3): what is unbuilt of it is densification. */
  present: boolean;
  status: number | null;
  /** Hash of all that decides which land it has. */
  deciding: string;
}

/** Land of a zone where its plan rules. */
export interface StandingLand {
  /** Where it was asked for, well-known binary, analysis CRS; may be empty. */
  geom: Buffer | null;
  area_m2: number;
  /** What zones of the same plan take from it. */
  claimed_twice_m2: number;
}

interface Where {
  constraints: Constraints;
  municipality: string;
  draft: AccountedDraft | null;
}

interface Row extends Pick<Zone, 'dataset_id' | 'fid' | 'status' | 'deciding'> {
  object_type: string | null;
  purpose: number | null;
  regulation: boolean;
}

/** The zones in force in a municipality, or those with a draft. */
export async function zonesIn(session: Session, where: Where): Promise<Zone[]> {
  const rows = await session.rows<Row>(statement('accounts/zones'), plansOf(where));
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

/**
 * The land that no other plan rules over, of some zones; of those that build the land itself, too.
 * @returns in the order of the zones
 */
export async function standingLand(session: Session, where: Where, zones: readonly Zone[]): Promise<StandingLand[]> {
  type Land = StandingLand & Pick<Zone, 'dataset_id' | 'fid'>;
  const rows = await session.rows<Land>(statement('accounts/standing-land'), {
    ...plansOf(where),
    datasets: zones.map(({ dataset_id: id }) => id),
    fids: zones.map(({ fid }) => fid),
    with_geometry: zones.map(({ builds }) => builds),
  });
  const found = everyAnswer(rows, nameOf, zones.map(nameOf));
  return zones.flatMap((zone) => found.get(nameOf(zone)) ?? []);
}

const nameOf = ({ dataset_id: id, fid }: Pick<Zone, 'dataset_id' | 'fid'>): string => `${id}/${fid}`;

const plansOf = ({ constraints, municipality, draft }: Where) => ({
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

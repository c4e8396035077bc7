import type { PurposeGroup } from '../../../layers/codes/purpose-groups.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';

/** Status of zones of master plans: present, future, to be developed further (arealbruksstatus). */
export const [present, future, developed] = [1, 2, 3];

/** Places of a finer grid on a cell of a raster. */
export interface PlacesOnCell {
  column: number;
  row: number;
  places: number;
}

interface Asked {
  groups: readonly PurposeGroup[];
  /** Of master plans: zones with these; zones without a status are always in. */
  statuses: readonly number[];
  cell_m: number;
  /** Metres between places. */
  step_m: number;
  /** What is so near a building is left out; null: built land is in. */
  built_m: number | null;
}

/** Land of a municipality that plans in force set aside, where no newer plan says otherwise, by places of a grid. */
export const zonedLandIn = (
  session: Session,
  constraints: Constraints,
  municipality: string,
  { groups, statuses, cell_m, step_m, built_m }: Asked,
): Promise<PlacesOnCell[]> => {
  const built = (layer: string) => (built_m === null ? [] : datasetIds(constraints, layer));
  return session.rows(statement('centrality/zoned-land'), {
    ...{ plans: datasetIds(constraints, 'plan'), zoning: datasetIds(constraints, 'zoning'), groups, statuses },
    ...{ dwellings: built('dwelling'), holiday_homes: built('holiday-home'), buildings: built('building') },
    ...{ division: constraints.division, municipality, cell_m, step_m, built_m: built_m ?? 0 },
  });
};

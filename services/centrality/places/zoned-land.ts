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

/** Layers that hold buildings: all of them, or one kind. */
export const buildingLayers = ['building', 'dwelling', 'holiday-home'] as const;

interface Asked {
  groups: readonly PurposeGroup[];
  /** Of master plans: zones with these; zones without a status are always in. */
  statuses: readonly number[];
  cell_m: number;
  /** Metres between places. */
  step_m: number;
  /** What is so near a building of these layers is left out; null: built land is in. */
  built: { within_m: number; layers: readonly string[] } | null;
}

/** Land of a municipality that plans in force set aside, where no newer plan says otherwise, by places of a grid. */
export const zonedLandIn = (
  session: Session,
  constraints: Constraints,
  municipality: string,
  { groups, statuses, cell_m, step_m, built }: Asked,
): Promise<PlacesOnCell[]> => {
  const only = (layer: string) => (built?.layers.includes(layer) ? datasetIds(constraints, layer) : []);
  return session.rows(statement('centrality/zoned-land'), {
    ...{ plans: datasetIds(constraints, 'plan'), zoning: datasetIds(constraints, 'zoning'), groups, statuses },
    ...{ dwellings: only('dwelling'), holiday_homes: only('holiday-home'), buildings: only('building') },
    ...{ division: constraints.division, municipality, cell_m, step_m, built_m: built?.within_m ?? 0 },
  });
};

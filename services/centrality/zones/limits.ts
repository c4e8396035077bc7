import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { CannotMeasure } from '../places/cannot-measure.ts';
import { ZoneInput } from './inputs.ts';
import type { Limits } from './zones.ts';

export interface ZoneInputs {
  middle_centrality?: number | undefined;
  high_centrality?: number | undefined;
  middle_pressure: number;
  high_pressure: number;
  large_urban: number;
  pressure_run?: string | undefined;
}

/** Limits of the national classes: 1 and 2, 3, and the rest. */
const classLimits: [number, number] = [775, 870];
/** The limits that the map goes by. */
export const standardLimits = (): Limits => {
  const { middle_pressure, high_pressure, large_urban } = ZoneInput.parse({});
  return { centrality: classLimits, pressure: [middle_pressure, high_pressure], large: large_urban };
};

/**
 * The limits that are asked for; those that are not, by the national classes.
 * @throws CannotMeasure without limits where centrality has no classes, and for limits that cross
 */
export async function limitsOf(database: Database, constraints: Constraints, inputs: ZoneInputs): Promise<Limits> {
  const { middle_centrality, high_centrality, middle_pressure, high_pressure, large_urban } = inputs;
  const isGiven = middle_centrality !== undefined && high_centrality !== undefined;
  const { anchored } = await database.row<{ anchored: boolean }>(statement('centrality/zones/anchored'), {
    centrality: datasetIds(constraints, 'centrality'),
  });
  if (!anchored && !isGiven) throw noClasses();
  const limits: Limits = {
    centrality: [middle_centrality ?? classLimits[0], high_centrality ?? classLimits[1]],
    ...{ pressure: [middle_pressure, high_pressure], large: large_urban },
  };
  if (limits.centrality[0] > limits.centrality[1] || middle_pressure > high_pressure) throw crossedLimits();
  return limits;
}

const noClasses = (): CannotMeasure =>
  new CannotMeasure({
    nb: 'Sentraliteten har ingen klasser, for bosatte, arbeidsplasser eller tjenester i ankeret (Oslo) er ikke i dataene. Gi egne grenser: middle_centrality og high_centrality.',
    en: 'Centrality has no classes, for residents, jobs or services of the anchor (Oslo) are not in the data. Give limits of your own: middle_centrality and high_centrality.',
  });

const crossedLimits = (): CannotMeasure =>
  new CannotMeasure({
    nb: 'Grensen for det midterste båndet er over grensen for det høyeste. Bytt dem.',
    en: 'The limit of the middle band is above that of the highest. Exchange them.',
  });

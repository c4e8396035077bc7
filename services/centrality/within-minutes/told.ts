import type { Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { knownMunicipalities, plannedMunicipalities } from '../places/known-municipalities.ts';
import { targetLayers, targets, type Target } from './minutes-to.ts';
import { groups, type Group, type Origins } from './origins.ts';

/** Data that figures of an area hang on. */
export const grounds = [...groups, ...targets] as const;

export type Ground = Group | Target;

/** Municipalities that the data say something about; none where nobody loaded them. */
export type Told = Record<Ground, ReadonlySet<string>>;

/** Of which municipalities residents, jobs, plans, centres and hubs are known: what is unknown is not none. */
export async function readTold(
  session: Session,
  constraints: Constraints,
  { told }: Pick<Origins, 'told'>,
): Promise<Told> {
  return {
    ...{ ...told, planned_dwellings: await plannedMunicipalities(session, constraints) },
    centre: await knownMunicipalities(session, constraints, targetLayers.centre),
    hub: await knownMunicipalities(session, constraints, targetLayers.hub),
  };
}

/** Whether data tell of a place. What lies outside all municipalities ('') is told as far as it was loaded. */
export const isTold = (told: Told, ground: Ground, municipality: string): boolean =>
  municipality === '' || told[ground].has(municipality);

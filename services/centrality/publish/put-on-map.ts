import { isOvertaken, type Basis } from '../../conflicts/judgement/basis.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { currentEditions } from '../../imports/editions.ts';
import type { Change } from '../../imports/publish.ts';

/** What became of a run's layers: on the map, only to be read by the run's key, or left behind by a run on newer data. */
export const mapStates = ['current', 'own-parameters', 'overtaken'] as const;

export type MapState = (typeof mapStates)[number];

interface Present {
  id: number;
  basis: Basis;
}

/**
 * The changes that put a run's layers on the map, unless they are there, or those that are there rest on newer data.
 * @param datasets by layer
 * @param own the editions that the run rests on
 * @returns the changes, and, once they were made, whether the run is on the map
 */
export function putOnMap(
  datasets: Readonly<Record<string, number>>,
  part: string,
  own: Basis,
): { changes: Change[]; state: () => MapState } {
  let state: MapState = 'current';
  const isLeftOut = async (session: Session, layer: string, dataset: number): Promise<boolean> => {
    for (const { id, basis } of await session.rows<Present>(statement('conflicts/present-findings'), { layer, part })) {
      if (id === dataset) return true;
      const editions = await currentEditions(session, [...new Set([...Object.keys(own), ...Object.keys(basis)])]);
      const now = Object.fromEntries([...editions].map(([role, { number }]) => [role, number]));
      if (isOvertaken(own, basis, now)) state = 'overtaken';
    }
    return state === 'overtaken';
  };
  return {
    changes: Object.entries(datasets).map(([layer, dataset]) => ({
      ...{ layer, add: [dataset], note: part },
      unless: (session) => isLeftOut(session, layer, dataset),
    })),
    state: () => state,
  };
}

import { statement } from '../../database/statement.ts';
import { datasetIds } from '../measurement/constraints.ts';
import { everyZone } from '../measurement/every-zone.ts';
import type { Measuring } from '../measurement/measure.ts';
import { say, type Message } from '../judgement/message.ts';

/** The layer that tells how large the need for coordination of housing is, a published result. */
export const coordinationZones = 'coordination-zones-housing';

/** Names of the parameters, kilometres: where the need is high, middle, low, or not known. */
export type FarParameter = 'far_high_km' | 'far_middle_km' | 'far_low_km' | 'far_km';

/** Beyond which distance a zone is far, and why. */
export interface Far {
  metres: number;
  step: Message;
  /** That the need is known from; none where it is not. */
  datasets: number[];
}

/** The limit for a need of 1 to 5 in the figure of §6.1. */
const limitOf = (need: number): { name: FarParameter; code: string } => {
  if (need >= 4) return { name: 'far_high_km', code: 'limit-high' };
  return need === 3 ? { name: 'far_middle_km', code: 'limit-middle' } : { name: 'far_low_km', code: 'limit-low' };
};

/** How far is far for each zone: by the need for coordination on most of its land, where that is known. */
export async function farFromCentre(given: Measuring<FarParameter>): Promise<Map<number, Far>> {
  const { session, zones, constraints, municipalities, parameters } = given;
  const metresOf = (name: FarParameter) => 1000 * parameters[name];
  const rows = await session.rows<{ zone: number; need: number | null; dataset: number | null }>(
    statement('conflicts/need-for-coordination'),
    {
      zones: zones.map(({ index }) => index),
      geoms: zones.map(({ land }) => land),
      datasets: datasetIds(constraints, coordinationZones),
      division: constraints.division,
      municipalities,
    },
  );
  return new Map(
    [...everyZone(rows, zones)].map(([zone, { need, dataset }]): [number, Far] => {
      if (need === null || dataset === null) {
        const metres = metresOf('far_km');
        return [zone, { metres, step: say('limit', { distance: metres }), datasets: [] }];
      }
      const { name, code } = limitOf(need);
      const metres = metresOf(name);
      return [zone, { metres, step: say(code, { distance: metres, need, dataset }), datasets: [dataset] }];
    }),
  );
}

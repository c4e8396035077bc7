import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { datasetIds, type Constraints } from './constraints.ts';
import type { FindingSubject } from './finding.ts';
import type { CommonParameters } from './parameter.ts';
import type { PlansInForce } from './plans-in-force.ts';
import type { Zone } from './zone.ts';

/** A zone of the plan in force that the draft takes out, or takes land from. */
export interface TakenOut {
  id: string;
  name: string | null;
  object_type: string | null;
  code: number | null;
  /** Ellipsoidal m² that no longer have the purpose. */
  area_m2: number;
  /** Of the whole zone within the draft's plan area. */
  zone_area_m2: number;
  /** Nothing of it is left there. */
  whole: boolean;
}

/** What a draft takes out of the plan in force that it replaces, largest first; null where it replaces none. */
export async function takenOut(
  session: Session,
  given: {
    constraints: Constraints;
    around: PlansInForce;
    area: FindingSubject | null;
    zones: readonly Zone[];
    parameters: CommonParameters;
  },
): Promise<TakenOut[] | null> {
  const { constraints, around, area, parameters } = given;
  if (!around.replaced || !area) return null;
  const ground = given.zones.filter(({ level }) => level === 2);
  return session.rows<TakenOut>(statement('conflicts/taken-out'), {
    zoning: datasetIds(constraints, 'zoning'),
    plan_id: around.replaced.plan_id,
    area: area.geom,
    geoms: ground.map(({ geom }) => geom),
    groups: ground.map(({ purpose }) => purpose.group),
    noise_m: parameters.touching_m,
  });
}

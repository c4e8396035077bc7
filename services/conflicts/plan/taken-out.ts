import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { datasetIds, type Constraints } from '../measurement/constraints.ts';
import type { FindingSubject } from '../judgement/finding.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import type { PlansInForce } from './plans-in-force.ts';
import type { Values } from '../judgement/message.ts';
import type { FailedZone, Zone } from './zone.ts';

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
  /** Zones of the draft that may give the purpose to land of it, but could not be read; null where there is none. */
  doubt: Values | null;
}

interface Row extends Omit<TakenOut, 'doubt'> {
  /** Places in the list of unread zones that lie on it. */
  unread: number[] | null;
}

/** What a draft takes out of the plan in force that it replaces, largest first; null where it replaces none. */
export async function takenOut(
  session: Session,
  given: {
    constraints: Constraints;
    around: PlansInForce;
    area: FindingSubject | null;
    zones: readonly Zone[];
    /** Zones of the draft without a purpose, or without a place. */
    unread: readonly FailedZone[];
    parameters: CommonParameters;
  },
): Promise<TakenOut[] | null> {
  const { constraints, around, area, parameters } = given;
  if (!around.replaced || !area) return null;
  const ground = given.zones.filter(({ level }) => level === 2);
  const unread = given.unread.filter(({ level }) => level === 2);
  const known = unread.filter(({ geom }) => geom !== null);
  const anywhere = unread.filter(({ geom }) => geom === null);
  const rows = await session.rows<Row>(statement('conflicts/taken-out'), {
    zoning: datasetIds(constraints, 'zoning'),
    plan_id: around.replaced.plan_id,
    area: area.geom,
    geoms: ground.map(({ geom }) => geom),
    groups: ground.map(({ purpose }) => purpose.group),
    unread: known.map(({ geom }) => geom),
    noise_m: parameters.touching_m,
  });
  return rows.map(({ unread: places, ...row }) => {
    const doubtful = [...anywhere, ...(places ?? []).flatMap((place) => known[place - 1] ?? [])];
    return { ...row, doubt: doubtful.length > 0 ? named(doubtful) : null };
  });
}

/** Zones that are named; of more, the number tells. */
const mostNamed = 5;

const named = (zones: readonly FailedZone[]): Values => ({
  count: zones.length,
  zones:
    zones
      .slice(0, mostNamed)
      .map(({ id, name }) => name ?? id)
      .join(', ') + (zones.length > mostNamed ? ' …' : ''),
});

import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { crsOf } from '../../imports/crs.ts';
import { examine } from '../../imports/examine.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { Rejection } from '../../imports/reasons.ts';
import type { Box } from './box.ts';
import { datasetIds, type Constraints } from '../measurement/constraints.ts';
import { mendingTolerance } from './placed-zones.ts';
import type { PlansInForce } from './plans-in-force.ts';

/** A consideration zone (hensynssone) that counts for the plan that is checked. */
export interface ConsiderationZone {
  id: string;
  /** 110–910 */
  code: number;
  plan_id: string | null;
  /** It is of the plan that is checked. */
  own: boolean;
  /** Well-known binary in the analysis CRS. */
  geom: Buffer;
}

/**
 * The consideration zones that count: those of the plan that is checked, and those of plans in force that it does not
 * replace (domain §4, *Securing zones*). One that cannot be placed secures nothing.
 */
export async function considerationZones(
  session: Session,
  constraints: Constraints,
  plan: Pick<DraftPlan, 'crs' | 'considerations' | 'facts'>,
  { plans, replaced }: PlansInForce,
  box: Box,
): Promise<ConsiderationZone[]> {
  const others = await session.rows<Omit<ConsiderationZone, 'own'>>(statement('conflicts/considerations-near'), {
    datasets: datasetIds(constraints, 'zoning-consideration'),
    plan_ids: plans.filter((each) => each !== replaced).map(({ plan_id: id }) => id),
    ...box,
  });
  return [...(await ownZones(session, plan)), ...others.map((zone) => ({ ...zone, own: false }))];
}

async function ownZones(
  session: Session,
  { crs: epsg, considerations, facts }: Pick<DraftPlan, 'crs' | 'considerations' | 'facts'>,
): Promise<ConsiderationZone[]> {
  const crs = crsOf(epsg);
  const readable = considerations.flatMap((zone, index) => {
    const code = zone.properties['code'];
    if (!zone.geometry || typeof code !== 'number') return [];
    try {
      return [{ index, id: zone.id ?? String(index), code, wkb: examine(zone.geometry, 'polygon', crs).wkb }];
    } catch (error) {
      if (error instanceof Rejection) return [];
      throw error;
    }
  });
  const placed = await session.rows<{ zone: number; geom: Buffer | null }>(statement('conflicts/zones'), {
    zones: readable.map(({ index }) => index),
    geoms: readable.map(({ wkb }) => wkb),
    srid: crs.epsg,
    tolerance: mendingTolerance,
    municipalities: [],
  });
  const byIndex = new Map(placed.map(({ zone, geom }) => [zone, geom]));
  return readable.flatMap(({ index, id, code }) => {
    const geom = byIndex.get(index);
    return geom ? [{ id, code, plan_id: facts.plan_id, own: true, geom }] : [];
  });
}

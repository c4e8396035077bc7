import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { crsOf } from '../../imports/crs.ts';
import { examine } from '../../imports/examine.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { Rejection } from '../../imports/reasons.ts';
import type { FindingSubject } from '../judgement/finding.ts';
import { mendingTolerance } from './placed-zones.ts';
import type { Zone } from './zone.ts';

/** Index of a plan as a whole: no zone has it. */
export const wholePlan = -1;

/**
 * A plan as a whole, as findings are about it: its outline, or, where it has none that can be used, its zones.
 * @returns null for a plan without any land
 */
export async function planArea(
  session: Session,
  { crs: epsg, plan, facts }: Pick<DraftPlan, 'crs' | 'plan' | 'facts'>,
  zones: readonly Zone[],
): Promise<FindingSubject | null> {
  type Row = { geom: Buffer | null; area_m2: number; box: FindingSubject['box'] };
  const { geom, area_m2, box } = await session.row<Row>(statement('conflicts/plan-area'), {
    outline: outlineIn(plan, epsg),
    srid: crsOf(epsg).epsg,
    tolerance: mendingTolerance,
    zones: zones.map((zone) => zone.geom),
  });
  if (!geom) return null;
  return {
    ...{ index: wholePlan, id: facts.plan_id ?? '', name: facts.name, purpose: null, status: null, level: 2 },
    ...{
      geom,
      area_m2,
      box,
      municipality: null,
      notes: [],
      land: geom,
      land_m2: area_m2,
      change: null,
      steps: [],
      remarks: [],
    },
  };
}

function outlineIn({ geometry }: DraftPlan['plan'], epsg: number): Buffer | null {
  if (!geometry) return null;
  try {
    return examine(geometry, 'polygon', crsOf(epsg)).wkb;
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

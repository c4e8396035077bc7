import type { Geometry } from 'geojson';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { currentEditions } from '../../imports/editions.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { findDone } from '../../runs/run.ts';
import type { PlanAnswer } from './check-in-force.ts';
import type { SweepResult } from './sweep.ts';

/** The sweep that is on the map. */
interface EarlierSweep {
  dataset: number;
  answers: ReadonlyMap<string, PlanAnswer>;
  /** What each plan's findings rest on, by the plan's id. */
  keys: ReadonlyMap<string, string>;
}

/** @returns null where there was none, or its run is not known any more */
export async function earlierSweep(session: Session, layer: string): Promise<EarlierSweep | null> {
  const [dataset] = (await currentEditions(session, [layer])).get(layer)?.datasets ?? [];
  const run = dataset?.runKey ? await findDone(session, dataset.runKey) : undefined;
  if (!dataset || !run) return null;
  const { plans } = run.result as SweepResult;
  return {
    dataset: dataset.id,
    answers: new Map(plans.map((plan) => [plan.plan_id, plan])),
    keys: new Map(plans.map(({ plan_id, key }) => [plan_id, key])),
  };
}

interface Row {
  plan_id: string;
  source_id: string;
  properties: Record<string, unknown>;
  geometry: Geometry;
}

/** Findings of an earlier sweep as they were handed in, by plan. */
export async function findingsOfPlans(
  session: Session,
  dataset: number,
  plans: readonly string[],
): Promise<Map<string, SourceFeature[]>> {
  const rows = await session.rows<Row>(statement('conflicts/findings-of-plans'), { dataset, plans: [...plans] });
  const found = new Map<string, SourceFeature[]>();
  for (const { plan_id, source_id: id, properties, geometry } of rows) {
    const own = found.get(plan_id) ?? [];
    found.set(plan_id, own);
    own.push({ index: own.length, id, properties, geometry });
  }
  return found;
}

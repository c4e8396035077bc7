import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { outlineOf, type DraftPlan } from '../../imports/plans/plan-file.ts';
import type { PlanLayer } from '../../imports/plans/plan-source.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import type { RegisteredPlan } from './register.ts';

interface Row {
  layer: PlanLayer;
  source_id: string;
  properties: Record<string, unknown>;
  geom: Buffer;
}

/** A plan of the register as it was loaded, to be checked like one from a file. */
export async function planAsLoaded(session: Session, registered: RegisteredPlan): Promise<DraftPlan> {
  const { plan_id, name, plan_type, plan_status, law, in_force, predecessor } = registered;
  const { outlines, zoning, considerations, srid } = registered;
  const rows = await session.rows<Row>(statement('conflicts/plan-features'), {
    ...{ plan_id, outlines, zoning, considerations },
  });
  const of = (layer: PlanLayer): SourceFeature[] =>
    rows
      .filter((row) => row.layer === layer)
      .map(({ source_id: id, properties, geom }, index) => ({ index, id, properties, geometry: fromWkb(geom) }));
  const facts = { plan_id, name, plan_type, plan_status, law, in_force, predecessor };
  return {
    crs: srid,
    facts,
    plan: { index: 0, id: plan_id, properties: { ...facts }, geometry: outlineOf(of('plan')) },
    zoning: of('zoning'),
    considerations: of('zoning-consideration'),
    problems: [],
    leftOut: [],
  };
}

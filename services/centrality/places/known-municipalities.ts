import type { Layer } from '../../../layers/declaration/layer.ts';
import { plan } from '../../../layers/plan.ts';
import { zoning } from '../../../layers/zoning.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';

/** Numbers of the municipalities that a layer says something about: with features in them, or covered by its sources. */
export async function knownMunicipalities(
  session: Session,
  constraints: Constraints,
  layer: Layer,
): Promise<ReadonlySet<string>> {
  const rows = await session.rows<{ number: string }>(layerStatement('centrality/known-municipalities', layer), {
    ...{ datasets: datasetIds(constraints, layer.id), municipalities: datasetIds(constraints, 'municipality') },
    division: constraints.division,
  });
  return new Set(rows.map(({ number }) => number));
}

/** Numbers of the municipalities all of which a layer's sources say that they looked at. */
export async function coveredMunicipalities(
  session: Session,
  constraints: Constraints,
  layer: string,
): Promise<string[]> {
  const rows = await session.rows<{ number: string }>(statement('centrality/covered-municipalities'), {
    ...{ datasets: datasetIds(constraints, layer), municipalities: datasetIds(constraints, 'municipality') },
    division: constraints.division,
  });
  return rows.map(({ number }) => number);
}

/** Numbers of the municipalities whose plans are known: outlines and zones both. */
export async function plannedMunicipalities(session: Session, constraints: Constraints): Promise<ReadonlySet<string>> {
  const plans = await knownMunicipalities(session, constraints, plan);
  const zones = await knownMunicipalities(session, constraints, zoning);
  return new Set([...plans].filter((number) => zones.has(number)));
}

import type { Layer } from '../../../layers/declaration/layer.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { boxAround } from '../plan/box.ts';
import { datasetIds } from './constraints.ts';
import type { Measuring } from './measure.ts';
import type { Zone } from '../plan/zone.ts';

/** A feature of a constraint layer near the plan, with what it carries. */
export interface ConstraintFeature {
  layer: string;
  dataset: number;
  fid: number;
  /** Its id in its source; its number where it has none. */
  id: string;
  /** Metres; null where nobody says. */
  accuracy_m: number | null;
  /** Fields of its layer. */
  properties: Record<string, string | number | boolean | null>;
  /** Well-known binary of those that are no polygons, analysis CRS. */
  point: Buffer | null;
}

/** The features of layers within so many metres of the box around the zones. */
export async function featuresNear(
  { session, zones, constraints }: Pick<Measuring, 'session' | 'constraints'> & { zones: readonly Pick<Zone, 'box'>[] },
  layers: readonly Layer[],
  reach: number,
): Promise<ConstraintFeature[]> {
  const box = boxAround(zones, reach);
  if (!box) return [];
  const found: ConstraintFeature[] = [];
  for (const layer of layers) {
    const datasets = datasetIds(constraints, layer.id);
    if (datasets.length === 0) continue;
    type Row = Omit<ConstraintFeature, 'layer' | 'id'> & { source_id: string | null };
    const rows = await session.rows<Row>(layerStatement('conflicts/features-near', layer), { datasets, ...box });
    found.push(...rows.map(({ source_id: id, ...row }) => ({ ...row, layer: layer.id, id: id ?? String(row.fid) })));
  }
  return found;
}

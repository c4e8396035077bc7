import type { Catalogue } from '../../layers/catalogue.ts';
import { datasetIds, datasetsOf, isAbsent, type Constraints } from '../conflicts/measurement/constraints.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';

/** Share of a municipality from which on a layer counts as having looked at all of it: coasts are drawn differently. */
const whole = 0.99;

/** How far layers reach into one municipality. */
export interface Reach {
  /** Nobody looked: the layer is not there, or none of its datasets comes here. Its figures are not known, not 0. */
  missing: string[];
  /** Looked at in part (share), or where is not said (null): figures are what was found. */
  partly: { layer: string; share: number | null }[];
}

/**
 * How far layers reach into a municipality: a source that does not come here found nothing because nobody looked.
 * @param layers ids
 */
export async function reachOf(
  session: Session,
  catalogue: Catalogue,
  { constraints, municipality, layers }: { constraints: Constraints; municipality: string; layers: readonly string[] },
): Promise<Reach> {
  const of = { municipality, municipalities: datasetIds(constraints, 'municipality') };
  const sources = layers.flatMap((layer) => datasetsOf(constraints, layer).map(({ id }) => ({ layer, id })));
  const rows = await session.rows<{ layer: string; share: number | null }>(statement('accounts/reach'), {
    ...of,
    layers: sources.map(({ layer }) => layer),
    datasets: sources.map(({ id }) => id),
  });
  const reach: Reach = { missing: [], partly: [] };
  for (const layer of layers) {
    const share = rows.find((row) => row.layer === layer)?.share ?? null;
    if (isAbsent(constraints, layer) || share === 0) reach.missing.push(layer);
    else if (share === null) {
      const { found } = await session.row<{ found: boolean }>(layerStatement('accounts/found', catalogue.get(layer)), {
        ...of,
        datasets: datasetIds(constraints, layer),
      });
      if (found) reach.partly.push({ layer, share });
      else reach.missing.push(layer);
    } else if (share < whole) reach.partly.push({ layer, share });
  }
  return reach;
}

/** Reach over several municipalities: missing is what is missing in all of them. */
export function sumReach(parts: readonly Reach[]): Reach {
  const missing = [...new Set(parts.flatMap((part) => part.missing))].filter((layer) =>
    parts.every((part) => part.missing.includes(layer)),
  );
  const some = new Set(parts.flatMap((part) => [...part.missing, ...part.partly.map(({ layer }) => layer)]));
  const partly = [...some].filter((layer) => !missing.includes(layer)).sort();
  return { missing: missing.sort(), partly: partly.map((layer) => ({ layer, share: null })) };
}

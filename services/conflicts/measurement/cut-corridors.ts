import { natureCorridor } from '../../../layers/nature-corridor.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { datasetIds } from './constraints.ts';
import { everyZone } from './every-zone.ts';
import type { Measuring } from './measure.ts';

/** Whether a zone's new land parts a corridor. */
export interface Cuts {
  cuts: boolean;
}

/**
 * Zones that part a corridor. All new land of the plan taken together leaves it in more parts of a weighty size than
 * before; to blame is each zone whose land parts it alone, or without which it would be left in fewer parts.
 * @param least m² that a part must have to count
 * @returns the indexes of those zones
 * @throws OverlayFailed
 */
export async function cutCorridors(
  { session, asked, constraints }: Measuring,
  least: number,
): Promise<ReadonlySet<number>> {
  const datasets = datasetIds(constraints, natureCorridor.id);
  if (datasets.length === 0) return new Set();
  const rows = await session.rows<Cuts & { zone: number }>(layerStatement('conflicts/cut-corridors', natureCorridor), {
    zones: asked.map(({ index }) => index),
    geoms: asked.map(({ land }) => land),
    datasets,
    least,
  });
  const found = everyZone(rows, asked);
  return new Set(asked.flatMap(({ index }) => (found.get(index)?.cuts ? [index] : [])));
}

import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';

/**
 * How far work is that goes through the features of a dataset by number: for the last one done, or null at the end, the
 * share of it, 0–1. Numbers have gaps, so it is about right.
 */
export async function shareByNumber(
  session: Session,
  layer: Layer,
  dataset: number,
): Promise<(last: number | null) => number> {
  const range = layerStatement('imports/numbers', layer);
  const { lowest, highest } = await session.row<{ lowest: number | null; highest: number | null }>(range, { dataset });
  return (last) =>
    last === null || lowest === null || highest === null ? 1 : (last - lowest + 1) / (highest - lowest + 1);
}

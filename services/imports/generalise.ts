import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';
import { bandsOf } from './bands.ts';

/** Vertices that one statement handles, about: a second's work on the embedded database. */
const batchVertices = 50_000;

/**
 * Make the geometry that tiles are drawn from: rows of `grunnriss.generalised` in EPSG:3857 for every band of the
 * layer's zooms. May be repeated.
 */
export async function generalise(session: Session, options: { layer: Layer; datasetId: number }): Promise<void> {
  const { layer, datasetId: dataset } = options;
  const bands = bandsOf(layer);
  await session.rows(statement('generalise/forget'), { dataset });
  for (let after: number | null = 0; after !== null;) {
    const { last }: { last: number | null } = await session.row<{ last: number | null }>(
      layerStatement('generalise/features', layer),
      {
        dataset,
        after,
        batch_vertices: batchVertices,
        bands: bands.map(({ band }) => band),
        tolerances: bands.map(({ tolerance_m }) => tolerance_m),
      },
    );
    after = last;
  }
}

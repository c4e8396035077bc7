import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';
import { bandsOf, type Band } from './bands.ts';
import { generaliseCoverage } from './coverage.ts';
import { shareByNumber } from './share-by-number.ts';

/** Vertices that one statement handles, about: a second's work on the embedded database. */
const batchVertices = 50_000;

/**
 * Make the geometry that tiles are drawn from: rows of `grunnriss.generalised` in EPSG:3857 for every band of the
 * layer's zooms, one row for the bands in which a feature looks the same. Every feature is in the layer's last band.
 * May be repeated.
 * @param options.onShare told how far it is, 0–1
 * @returns `ownOutline`: faces of a coverage, over all bands, whose borders do not fit their neighbours'
 */
export async function generalise(
  session: Session,
  options: { layer: Layer; datasetId: number; onShare?: (share: number) => void },
): Promise<{ ownOutline: number }> {
  const { layer, datasetId: dataset, onShare } = options;
  const bands = bandsOf(layer);
  await session.rows(statement('generalise/forget'), { dataset });
  if (layer.tiles.coverage)
    return { ownOutline: await generaliseCoverage(session, { layer, dataset, bands, onShare }) };
  await generaliseFeatures(session, { layer, dataset, bands, onShare });
  return { ownOutline: 0 };
}

/** Every feature for itself. */
async function generaliseFeatures(
  session: Session,
  options: { layer: Layer; dataset: number; bands: readonly Band[]; onShare: ((share: number) => void) | undefined },
): Promise<void> {
  const { layer, dataset, bands, onShare } = options;
  const shareOf = onShare && (await shareByNumber(session, layer, dataset));
  for (let after: number | null = bands.length > 0 ? 0 : null; after !== null;) {
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
    if (shareOf) onShare(shareOf(last));
  }
}

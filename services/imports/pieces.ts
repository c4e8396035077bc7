import type { Catalogue } from '../../layers/catalogue.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';

/**
 * Vertices of a piece at most. Overlay of 100 outlines of 3,000 vertices with 15,000 cells, by processor time on 2 cores:
 * 2.9 s with 32, 2.4 s with 64 or 128, 2.8 s with 256, 4.1 s with 512, 5.2 s with 1,024; 128 makes half the rows of 64.
 */
const mostVertices = 128;
/** Vertices that one statement cuts, about: a second's work on the embedded database, between which tiles come. */
const batchVertices = 50_000;

interface Batch {
  last: number | null;
  pieces: number;
}

/** Number of the division by municipalities in use: the current edition of layer `municipality`, 0 without one. */
export async function currentDivision(session: Session): Promise<number> {
  return (await session.row<{ division: number }>(statement('pieces/division'))).division;
}

/**
 * Cut the polygons of datasets by municipality and into small parts, for overlays: rows of `grunnriss.piece`, areas of
 * a feature's pieces adding up to the feature's. Points and lines have none. May be repeated.
 * @param options.division which division to cut by: an edition of `municipality`, or 0 (all land gets municipality '')
 * @param options.municipalityDatasetIds the municipalities of the division, when its edition is not there yet
 * @returns how many pieces there are
 */
export async function buildPieces(
  session: Session,
  options: {
    layer: Layer;
    datasetIds: readonly number[];
    division: number;
    municipalityDatasetIds?: readonly number[];
  },
): Promise<number> {
  const { layer, division } = options;
  if (layer.geometry === 'point' || layer.geometry === 'line') return 0;
  const municipalities = options.municipalityDatasetIds ?? (await municipalitiesOf(session, division));
  let total = 0;
  for (const dataset of options.datasetIds) {
    await session.rows(statement('pieces/forget'), { dataset, division });
    for (let after: number | null = 0; after !== null;) {
      const { last, pieces }: Batch = await session.row<Batch>(layerStatement('pieces/cut', layer), {
        layer: layer.id,
        dataset,
        division,
        municipalities,
        after,
        batch_vertices: batchVertices,
        most_vertices: mostVertices,
      });
      after = last;
      total += pieces;
    }
  }
  return total;
}

/**
 * Cut all polygons that readers and drafts use by another division, before its edition is published; readers go on
 * with the pieces of the present one until then. Afterwards call {@link forgetOtherDivisions}.
 * @param municipalityDatasetIds the municipalities of the new division
 * @param division the number its edition will have
 */
export async function rebuildForDivision(
  session: Session,
  catalogue: Catalogue,
  municipalityDatasetIds: readonly number[],
  division: number,
): Promise<void> {
  const inUse = await session.rows<{ id: number; layer: string }>(statement('pieces/datasets-in-use'));
  for (const { id, layer } of inUse)
    if (catalogue.has(layer))
      await buildPieces(session, { layer: catalogue.get(layer), datasetIds: [id], division, municipalityDatasetIds });
}

/** Remove the pieces of every division but the one in use now. */
export async function forgetOtherDivisions(session: Session, division: number): Promise<void> {
  await session.rows(statement('pieces/forget-other-divisions'), { division });
}

async function municipalitiesOf(session: Session, division: number): Promise<number[]> {
  const rows = await session.rows<{ id: number }>(statement('pieces/municipalities'), { division });
  return rows.map(({ id }) => id);
}

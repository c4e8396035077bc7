import { Explained } from '../../layers/declaration/explained.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Database, Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';
import { shareByNumber } from './share-by-number.ts';

/**
 * Vertices of a piece at most. Overlay of 100 outlines of 3,000 vertices with 15,000 cells, by processor time on 2 cores:
 * 2.9 s with 32, 2.4 s with 64 or 128, 2.8 s with 256, 4.1 s with 512, 5.2 s with 1,024; 128 makes half the rows of 64.
 */
const mostVertices = 128;
/** Vertices that one statement cuts, about: a second's work on the embedded database, between which tiles come. */
const batchVertices = 50_000;

/** The layer whose current edition is the division: the municipalities by which the pieces of everything are cut. */
export const divider = 'municipality';

/** Where the cutting of a dataset stands. */
interface Cut {
  last_fid: number;
  done: boolean;
}

interface Batch {
  last: number | null;
  pieces: number;
}

/** The dataset was removed while it was cut. */
export class DatasetGone extends Explained {
  constructor(dataset: number) {
    super({
      nb: `Datasett ${dataset} ble fjernet mens det ble delt opp. En annen import har tatt plassen; importer på nytt om det trengs.`,
      en: `Dataset ${dataset} was removed while it was cut. Another import has taken its place; import again if need be.`,
    });
  }
}

/** Number of the division by municipalities in use: the current edition of layer `municipality`, 0 without one. */
export async function currentDivision(session: Session): Promise<number> {
  return (await session.row<{ division: number }>(statement('pieces/division'))).division;
}

/**
 * Cut the polygons of datasets by municipality and into small parts, for overlays: rows of `grunnriss.piece`, areas of
 * a feature's pieces adding up to the feature's. Points and lines have none. Goes on where an earlier call stopped, and
 * shares the work with one that is on the same dataset.
 * @param options.division which division to cut by: an edition of `municipality`, or 0 (all land gets municipality '')
 * @param options.onShare told how far it is, 0–1
 * @returns how many pieces were added
 * @throws DatasetGone
 */
export async function buildPieces(
  database: Database,
  options: { layer: Layer; datasetIds: readonly number[]; division: number; onShare?: (share: number) => void },
): Promise<number> {
  const { layer, division, datasetIds, onShare } = options;
  const municipalities = await municipalitiesOf(database, division);
  let total = 0;
  for (const [index, dataset] of datasetIds.entries()) {
    const shareOf = onShare && (await shareByNumber(database, layer, dataset));
    for (let last: number | null = 0; last !== null;) {
      const batch: Batch = await database.transaction((session) =>
        cutBatch(session, { layer, dataset, division, municipalities }),
      );
      last = batch.last;
      total += batch.pieces;
      if (shareOf) onShare((index + shareOf(last)) / datasetIds.length);
    }
  }
  return total;
}

/** The next features of a dataset; `last` is null when there are no more. */
async function cutBatch(
  session: Session,
  of: { layer: Layer; dataset: number; division: number; municipalities: readonly number[] },
): Promise<Batch> {
  const { layer, dataset, division, municipalities } = of;
  const [cut] = await session.rows<Cut>(statement('pieces/take-up'), { dataset, division });
  if (!cut) throw new DatasetGone(dataset);
  if (cut.done) return { last: null, pieces: 0 };
  const batch = hasPolygons(layer)
    ? await session.row<Batch>(layerStatement('pieces/cut', layer), {
        layer: layer.id,
        dataset,
        division,
        municipalities,
        after: cut.last_fid,
        batch_vertices: batchVertices,
        most_vertices: mostVertices,
      })
    : { last: null, pieces: 0 };
  await session.rows(statement('pieces/advance'), { dataset, division, last: batch.last });
  return batch;
}

const hasPolygons = ({ geometry }: Layer): boolean => geometry === 'polygon' || geometry === 'any';

/**
 * Remove the pieces of every division before the one in use now: readers may still be on the one in use, and a newer
 * one may be on its way. The session must hold the lock of the municipalities' editions.
 * @returns the division in use
 */
export async function forgetOlderDivisions(session: Session): Promise<number> {
  const division = await currentDivision(session);
  await session.rows(statement('pieces/forget-older-cuts'), { division });
  await session.rows(statement('pieces/forget-older-pieces'), { division });
  return division;
}

async function municipalitiesOf(session: Session, division: number): Promise<number[]> {
  const rows = await session.rows<{ id: number }>(statement('pieces/municipalities'), { division });
  return rows.map(({ id }) => id);
}

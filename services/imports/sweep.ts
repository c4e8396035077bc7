import type { Catalogue } from '../../layers/catalogue.ts';
import { builder } from '../database/connections.ts';
import type { Database, Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/** A load says after every batch, and while it cuts and draws, that it is alive; this silence means that it is not. */
const silentSeconds = 600;
/** Datasets that are published together are loaded one after the other; in a day they are. */
const unpublishedSeconds = 86_400;

interface Left {
  id: number;
  layer: string;
}

/**
 * Remove what loads that died have left: nobody ever saw it. Of the given layer and part everything unfinished goes,
 * so that a killed import can be run again at once (one that is still running stops); of others what has been silent.
 * So it is with what was whole and never published: of this part when it was silent, of others of the layer after a day.
 * Before a run writes its result (`runKey`), also the results of that layer which were never published and never will be.
 */
export async function sweepIncomplete(
  database: Database,
  catalogue: Catalogue,
  { layer, part, runKey }: { layer: string; part: string; runKey?: string | undefined },
): Promise<void> {
  await database.transaction(async (session) => {
    await session.rows(statement('imports/lock-layer'), { layer }); // none is being published meanwhile
    const left = await session.rows<Left>(statement('imports/incomplete'), {
      ...{ layer, part },
      silent_seconds: silentSeconds,
    });
    const ofLayer = { layer, part, silent_seconds: silentSeconds, left_seconds: unpublishedSeconds };
    left.push(...(await session.rows<Left>(statement('imports/unpublished'), ofLayer)));
    if (runKey !== undefined)
      left.push(...(await session.rows<Left>(statement('imports/unpublished-results'), { layer, run_key: runKey })));
    for (const dataset of left) await removeDataset(session, catalogue, dataset.id, dataset.layer);
  });
}

/** Remove a dataset that is in no edition, with everything that hangs on it. */
export async function removeDataset(session: Session, catalogue: Catalogue, id: number, layer: string): Promise<void> {
  // A layer that is declared no more keeps its table, but this program does not know it.
  if (!catalogue.has(layer)) return;
  const { table } = catalogue.get(layer);
  await session.rows(statement('imports/hold'), { dataset: id });
  await session.build(builder.withSchema('grunnriss').from(table).where({ dataset_id: id }).delete());
  await session.rows(statement('imports/remove'), { dataset: id });
}

import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { removeDataset } from '../../imports/sweep.ts';
import type { RunRequest } from '../../runs/request.ts';

/** Results of an analysis by parameters of its askers' own that are kept (ours): a week's trials of one planner. */
export const mostKept = 20;

/**
 * Forget the oldest results that were never on the map, with their runs, so that there is room for one more. What is on the
 * map, or was, stays: an earlier edition may be taken back.
 */
export async function forgetOlder(
  session: Session,
  catalogue: Catalogue,
  { kind }: Pick<RunRequest, 'kind'>,
  part: string,
): Promise<void> {
  type Row = { run: number; dataset: number; layer: string };
  const rows = await session.rows<Row>(statement('centrality/publish/older-results'), {
    ...{ kind, part, most: mostKept - 1 },
  });
  for (const { dataset, layer } of rows) await removeDataset(session, catalogue, dataset, layer);
  const runs = [...new Set(rows.map(({ run }) => run))];
  if (runs.length > 0) await session.rows(statement('centrality/publish/forget-runs'), { runs });
}

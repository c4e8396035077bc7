import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Cell } from './read-places.ts';

/** Shapes read at a time: what bounds memory. */
const page = 2000;

/** The shapes of population cells in their order, page by page: well-known binaries in the analysis CRS. */
export async function* eachShape(
  session: Session,
  cells: readonly Cell[],
): AsyncGenerator<{ at: number; geom: Buffer }> {
  for (let from = 0; from < cells.length; from += page) {
    const own = cells.slice(from, from + page);
    type Row = { dataset: number; fid: number; geom: Buffer };
    const rows = await session.rows<Row>(statement('centrality/cell-shapes'), {
      datasets: own.map(({ dataset }) => dataset),
      fids: own.map(({ fid }) => fid),
    });
    const shapes = new Map(rows.map(({ dataset, fid, geom }) => [`${dataset}/${fid}`, geom]));
    for (const [index, { dataset, fid, geom }] of own.entries())
      yield { at: from + index, geom: shapes.get(`${dataset}/${fid}`) ?? geom };
  }
}

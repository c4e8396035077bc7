import type { Database } from '../../services/database/database.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { builder } from '../../services/database/connections.ts';

/** Rows of a question that only a test asks. */
export const ask = <Row extends object>(database: Database, sql: string, values: Record<string, unknown> = {}) =>
  database.rows<Row>({ ...parseStatement('', sql), name: '' }, values);

/** What readers see of a layer now: fid, source id, area, by source id. */
export const seen = (database: Database, table: string) =>
  database.build<{ fid: number; source_id: string; area: number; dataset_id: number; unmapped: object | null }>(
    builder.raw(
      `select l.fid, l.source_id, st_area(l.geom) as area, l.dataset_id, l.unmapped
       from grunnriss.?? l join grunnriss.current_dataset d on d.id = l.dataset_id order by l.source_id`,
      [table],
    ),
  );

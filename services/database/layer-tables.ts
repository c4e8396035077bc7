import type { Catalogue } from '../../layers/catalogue.ts';
import type { Field } from '../../layers/declaration/field.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import { builder } from './connections.ts';
import type { Session } from './database.ts';
import { statement } from './statement.ts';

/** PostgreSQL type of a field's column. */
export const columnType: Record<Field['kind'], string> = {
  text: 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
  code: 'text',
  'code-number': 'bigint',
};

/**
 * Make the tables of layers that have none yet, and the columns of fields that were declared since: adding a layer or
 * a field is editing one file. A field that is gone keeps its column; its data is not ours to drop.
 */
export async function makeLayerTables(session: Session, catalogue: Catalogue): Promise<void> {
  const rows = await session.rows<{ table_name: string; column_name: string }>(statement('database/layer-columns'));
  for (const layer of catalogue.layers) {
    const columns = rows.filter((row) => row.table_name === layer.table).map((row) => row.column_name);
    if (columns.length === 0) await makeTable(session, layer);
    else await addMissingColumns(session, layer, new Set(columns));
  }
}

async function makeTable(session: Session, layer: Layer): Promise<void> {
  await session.script(
    builder.schema
      .withSchema('grunnriss')
      .createTable(layer.table, (table) => {
        // No foreign key: it is looked up for every row. A batch holds its dataset once (sql/imports/keep-alive.sql).
        table.bigInteger('dataset_id').notNullable();
        table.bigInteger('fid').notNullable();
        table.text('source_id');
        table.double('accuracy_m');
        for (const [name, field] of Object.entries(layer.fields)) table.specificType(name, columnType[field.kind]);
        table.jsonb('unmapped');
        const geometry = table.specificType('geom', 'geometry');
        if (!layer.geometryOptional) geometry.notNullable();
        table.primary(['dataset_id', 'fid']);
        table.index('geom', undefined, 'gist');
      })
      .toQuery(),
  );
  // Compressing coordinates takes longer than it saves.
  await session.build(builder.raw('alter table grunnriss.?? alter column geom set storage external', [layer.table]));
}

async function addMissingColumns(session: Session, layer: Layer, existing: Set<string>): Promise<void> {
  const missing = Object.entries(layer.fields).filter(([name]) => !existing.has(name));
  if (missing.length === 0) return;
  await session.script(
    builder.schema
      .withSchema('grunnriss')
      .alterTable(layer.table, (table) => {
        for (const [name, field] of missing) table.specificType(name, columnType[field.kind]);
      })
      .toQuery(),
  );
}

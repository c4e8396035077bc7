import type { Field } from '../layers/declaration/field.ts';
import type { Layer } from '../layers/declaration/layer.ts';
import { statement, type Statement } from '../services/database/statement.ts';

const made = new Map<string, Statement>();

/**
 * A statement of sql/tiles with a layer's table and columns put in: made once from the declaration, whose names are
 * checked when it is read, and never from a request. Prepared once per connection under its name.
 */
export function layerStatement(path: string, layer: Layer): Statement {
  const name = `${path}-${layer.id}`;
  let found = made.get(name);
  if (!found) {
    const { text, parameters } = statement(path);
    const columns = Object.entries(layer.fields).map(([field, { kind }]) => `, ${column(field, kind)}`);
    found = { name, text: text.replace('{table}', layer.table).replace('{columns}', columns.join('')), parameters };
    made.set(name, found);
  }
  return found;
}

const column = (name: string, kind: Field['kind']): string =>
  kind === 'date' ? `to_char(l."${name}", 'YYYY-MM-DD') as "${name}"` : `l."${name}"`;

import type { Field } from '../layers/declaration/field.ts';
import type { Layer } from '../layers/declaration/layer.ts';
import { layerStatement } from '../services/database/layer-statement.ts';
import type { Statement } from '../services/database/statement.ts';

const made = new Map<string, Statement>();

/**
 * A statement of sql/tiles with a layer's columns in the place of `{columns}`: the properties of the tile. Made once
 * from the declaration, whose names are checked when it is read, and never from a request.
 */
export function tileStatement(path: string, layer: Layer): Statement {
  const statement = layerStatement(path, layer);
  let found = made.get(statement.name);
  if (!found) {
    const columns = Object.entries(layer.fields).map(([field, { kind }]) => `, ${column(field, kind)}`);
    found = { ...statement, text: statement.text.replace('{columns}', columns.join('')) };
    made.set(statement.name, found);
  }
  return found;
}

const column = (name: string, kind: Field['kind']): string =>
  kind === 'date' ? `to_char(l."${name}", 'YYYY-MM-DD') as "${name}"` : `l."${name}"`;

import type { Layer } from '../../layers/declaration/layer.ts';
import { statement, type Statement } from './statement.ts';

const made = new Map<string, Statement>();

/**
 * The statement in `sql/<path>.sql` with the table of a layer in the place of `{table}`: made once from the
 * declaration, whose id is checked when it is read, and never from a request.
 */
export function layerStatement(path: string, layer: Layer): Statement {
  const name = `${path}-${layer.id}`;
  let found = made.get(name);
  if (!found) {
    const { text, ...declared } = statement(path);
    found = { ...declared, name, text: text.replaceAll('{table}', layer.table) };
    made.set(name, found);
  }
  return found;
}

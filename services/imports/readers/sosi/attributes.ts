import { fold } from '../../../../layers/declaration/fold.ts';
import type { Node } from './tree.ts';

/** Groups that may be written as a row of values; SOSI part 1. By folded name. */
const inARow: Record<string, readonly string[]> = {
  kvalitet: ['MÅLEMETODE', 'NØYAKTIGHET', 'SYNBARHET', 'H-MÅLEMETODE', 'H-NØYAKTIGHET', 'MAX-AVVIK'],
  nasjonalarealplanid: ['KOMM', 'PLANID'],
  ident: ['LOKALID', 'NAVNEROM', 'VERSJONID'],
};

/** SOSI writes these where there is no value, or the usual one. */
const noValue = new Set(['*', '@']);

/** Elements that say what a feature is or where, and are no property of it. */
const notProperties = new Set(['objtype', 'ref']);

/** The properties of an element; a group is an object. What comes twice gets a number: `INFORMASJON 2`. */
export function propertiesOf(nodes: readonly Node[]): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const node of nodes) {
    if (node.level === 2 && notProperties.has(fold(node.name))) continue;
    let name = node.name;
    for (let count = 2; Object.hasOwn(properties, name); count += 1) name = `${node.name} ${count}`;
    Object.defineProperty(properties, name, {
      value: valueOf(node),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return properties;
}

/** The object type of an element; undefined when it has none. */
export const objectTypeOf = (nodes: readonly Node[]): string | undefined =>
  nodes.find(({ name }) => fold(name) === 'objtype')?.values[0];

function valueOf(node: Node): unknown {
  const row = inARow[fold(node.name)];
  const inRow = row && node.values.length > 0 ? row.slice(0, node.values.length) : null;
  const group = { ...(inRow && Object.fromEntries(inRow.map((name, at) => [name, plain(node.values[at])]))) };
  if (node.children.length > 0) return { ...(inRow ? group : named(node)), ...propertiesOf(node.children) };
  return inRow ? group : plain(node.values.join(' '));
}

const named = ({ name, values }: Node): Record<string, unknown> =>
  values.length > 0 ? { [name]: plain(values.join(' ')) } : {};

const plain = (value: string | undefined): string | null => (value === undefined || noValue.has(value) ? null : value);

import { folded } from './folded.ts';

/** A property of the source, found by its folded name. */
export interface Property {
  /** The source's own name of the outermost property it is in. */
  key: string;
  value: unknown;
  /** Inside another property: `identifikasjon.Identifikasjon.lokalId`. */
  nested: boolean;
}

/** Properties by folded name. Outer ones come before nested ones of the same name, the first with a value before others. */
export type Properties = Map<string, Property>;

const deepest = 8;

/** The properties of a feature by folded name; nested ones by the name of their leaf. */
export function propertiesOf(source: Record<string, unknown>): Properties {
  const found: Properties = new Map();
  const groups: [key: string, value: object][] = [];
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (isGroup(value)) groups.push([key, value]);
    else put(found, key, { key, value, nested: false });
  }
  for (const [key, value] of groups) addNested(found, key, value, 1);
  return found;
}

function addNested(found: Properties, outer: string, group: object, depth: number): void {
  if (depth > deepest) return;
  for (const [name, value] of Object.entries(group))
    if (isGroup(value)) addNested(found, outer, value, depth + 1);
    else put(found, name, { key: outer, value, nested: true });
}

function put(found: Properties, name: string, property: Property): void {
  const key = folded(name);
  const known = found.get(key);
  if (!known || (isMissing(known.value) && !isMissing(property.value))) found.set(key, property);
}

export const isMissing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

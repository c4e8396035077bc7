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

/**
 * Groups that programs write as one column per member: `kvalitet.nøyaktighet`, `identifikasjon|lokalId`; with a low line
 * only after the names of SOSI's own groups (`vegsystemreferanse_vegsystem_vegnummer`), because names have them, too.
 * The road register's tables write `EGS.NAVN.1074`: attribute, name, number of the attribute.
 */
const member =
  /^(?:EGS\.(?<attribute>.+)\.\d+|.+[.|/:](?<leaf>[^.|/:]+)|(?:identifikasjon|ident|kvalitet|vegreferanse|vegsystemreferanse|arealplanid|nasjonalarealplanid|vern)_(?:.+_)?(?<member>[^_]+))$/iu;

/** The properties of a feature by folded name; nested ones by the name of their leaf. */
export function propertiesOf(source: Record<string, unknown>): Properties {
  const found: Properties = new Map();
  const groups: [key: string, value: object][] = [];
  const members: [name: string, property: Property][] = [];
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (isGroup(value)) {
      groups.push([key, value]);
      continue;
    }
    put(found, key, { key, value, nested: false });
    const name = memberOf(key);
    if (name !== null) members.push([name, { key, value, nested: false }]);
  }
  for (const [name, property] of members) put(found, name, property);
  for (const [key, value] of groups) addNested(found, key, value, 1);
  return found;
}

const known = new Map<string, string | null>();
/** A file has few names; what makes them up as it goes must not fill the memory. */
const remembered = 10_000;

/** The member that a column's name stands for; null when it is no group's. */
function memberOf(key: string): string | null {
  let name = known.get(key);
  if (name === undefined) {
    const { attribute, leaf, member: last } = member.exec(key)?.groups ?? {};
    name = attribute ?? leaf ?? last ?? null;
    if (known.size >= remembered) known.clear();
    known.set(key, name);
  }
  return name;
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

import type { Derivable, FieldValue } from '../../layers/declaration/derivation.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import { accuracyOf } from './accuracy.ts';
import { folded } from './folded.ts';
import { isMissing, propertiesOf, type Properties } from './properties.ts';
import { Rejection } from './reasons.ts';
import type { SourceFeature } from './source-feature.ts';
import { valueReader, type Reading } from './values.ts';

export interface MappingOptions {
  /** Source name per field, where the names that the layer knows do not fit; `id` and `accuracy_m` are fields too. */
  map?: Record<string, string> | undefined;
  /** Values that every feature gets: `{ class: 'forest', year: 2025 }`. */
  set?: Record<string, unknown> | undefined;
  /** Told of values that do not fit, which are then left out; without it such a feature is rejected. */
  onFault?: ((fault: Rejection) => void) | undefined;
}

/** A feature in the words of its layer. */
export interface Mapped {
  values: Record<string, FieldValue>;
  accuracyM: number | null;
  /** The id in the source's register; null when it has none. */
  sourceId: string | null;
  /** Source properties that went nowhere, as they were; null when there are none. */
  unmapped: Record<string, unknown> | null;
  /** Codes outside the field's list. */
  unknown: { field: string; value: string }[];
}

export interface Mapping {
  /** @throws Rejection `bad-value` or `missing-value` for a feature that cannot be one of the layer */
  (feature: SourceFeature): Mapped;
  /** The source's id of a feature that may not be mapped; null when it has none. */
  idOf(feature: SourceFeature): string | null;
  /** Of the names in `map`, those that no feature had so far. */
  unused(): { field: string; name: string }[];
}

/** What a user asked for in words that the layer does not have. */
export class BadMapping extends Error {}

/** `fid` last: the row number of a GeoPackage, when there is nothing better. */
const idNames = ['id', 'lokalid', 'localid', 'gml_id', 'fid'];

/**
 * How features of a source become features of a layer: by folded names, aliases, `map` and `set`.
 * @throws BadMapping when `map` or `set` names a field that the layer has not
 */
export function mappingTo(layer: Layer, options: MappingOptions = {}): Mapping {
  const { map = {}, set = {} } = options;
  const refuse =
    options.onFault ??
    ((fault: Rejection) => {
      throw fault;
    });
  refuseUnknownFields(layer, [...Object.keys(map), ...Object.keys(set)]);
  const named = (field: string, known: readonly string[]) =>
    (field in map ? [map[field] ?? ''] : known).map(folded).filter((name) => name !== '');
  const ids = named('id', [...(layer.idNames ?? []), ...idNames]);
  const accuracyNames = 'accuracy_m' in map ? named('accuracy_m', []) : null;
  const fields = Object.entries(layer.fields).map(([name, field]) => ({
    name,
    field,
    names: named(name, [name, ...(layer.names?.[name] ?? [])]),
    read: valueReader(field),
    constant: set[name],
  }));
  const everFilled = new Set<string>();
  const claimed = new Set(fields.flatMap(({ names }) => names));

  const toLayer = (feature: SourceFeature): Mapped => {
    const properties = propertiesOf(withoutObjectType(feature));
    const used = new Set<string>();
    const unknown: Mapped['unknown'] = [];
    const values: Record<string, FieldValue> = {};
    const filledBy = new Map<string, string>();
    const accept = (name: string, reading: Reading, key: string | null) => {
      if ('bad' in reading)
        refuse(new Rejection('bad-value', { field: name, value: reading.bad, kind: layer.fields[name]?.kind ?? '' }));
      else if ('unknown' in reading) unknown.push({ field: name, value: reading.unknown });
      else if (key !== null) used.add(key);
      values[name] = 'value' in reading ? reading.value : null;
    };
    for (const { name, names, read, constant } of fields) {
      values[name] = null;
      if (constant !== undefined) accept(name, read(constant), null);
      else {
        const found = firstGiven(properties, names);
        if (found) {
          filledBy.set(name, found.name);
          everFilled.add(name);
          accept(name, read(found.value), found.nested ? null : found.key);
        }
      }
    }
    takeObjectType(layer, feature, values, accept, fields);
    const id = feature.id ?? takeId(properties, ids, used);
    const accuracyM = accuracyOf(properties, { names: accuracyNames, claimed, used });
    derive(layer, values, properties, filledBy);
    for (const { name, field } of fields)
      if (field.required && values[name] === null) refuse(new Rejection('missing-value', { field: name }));
    return { values, accuracyM, sourceId: id, unmapped: leftOver(feature, used), unknown };
  };
  const idOf = (feature: SourceFeature) =>
    feature.id ?? takeId(propertiesOf(feature.properties), ids, new Set<string>());
  const unused = () =>
    Object.entries(map)
      .filter(([field]) => field in layer.fields && !everFilled.has(field))
      .map(([field, name]) => ({ field, name }));
  return Object.assign(toLayer, { idOf, unused });
}

function refuseUnknownFields(layer: Layer, names: string[]): void {
  const known = [...Object.keys(layer.fields), 'id', 'accuracy_m'];
  const wrong = names.filter((name) => !known.includes(name));
  if (wrong.length > 0)
    throw new BadMapping(
      `Layer '${layer.id}' has no field '${wrong.join("', '")}'. Its fields: ${known.join(', ')}. Write field=source name.`,
    );
}

function firstGiven(properties: Properties, names: readonly string[]) {
  for (const name of names) {
    const found = properties.get(name);
    if (found && !isMissing(found.value)) return { ...found, name };
  }
  return undefined;
}

/** A property that only names the feature's object type is not its name. */
function withoutObjectType(feature: SourceFeature): Record<string, unknown> {
  const { properties, objectType } = feature;
  if (objectType === undefined || properties['name'] !== objectType) return properties;
  return { ...properties, name: null };
}

function takeObjectType(
  layer: Layer,
  feature: SourceFeature,
  values: Record<string, FieldValue>,
  accept: (name: string, reading: Reading, key: null) => void,
  fields: readonly { name: string; read: (raw: unknown) => Reading }[],
): void {
  const field = fields.find(({ name }) => name === layer.objectTypeField);
  if (!field || values[field.name] !== null || feature.objectType === undefined) return;
  const reading = field.read(feature.objectType);
  // A layer's name that is no object type ("features", "export 2024") says nothing about the feature.
  if ('value' in reading && !('unknown' in reading)) accept(field.name, reading, null);
}

function takeId(properties: Properties, names: readonly string[], used: Set<string>): string | null {
  const found = firstGiven(properties, names);
  if (!found || typeof found.value === 'object') return null;
  if (!found.nested) used.add(found.key);
  return String(found.value as string | number | boolean);
}

function derive(
  layer: Layer,
  values: Record<string, FieldValue>,
  properties: Properties,
  filledBy: Map<string, string>,
): void {
  const feature: Derivable = {
    values,
    source(...names) {
      const value = firstGiven(properties, names.map(folded))?.value;
      return value === undefined || typeof value === 'object' ? null : (value as FieldValue);
    },
    nameOf: (field) => filledBy.get(field) ?? null,
  };
  for (const [name, derivation] of Object.entries(layer.derived ?? {})) values[name] = derivation(feature);
}

function leftOver(feature: SourceFeature, used: Set<string>): Record<string, unknown> | null {
  const left = Object.entries(feature.properties).filter(([key, value]) => !isMissing(value) && !used.has(key));
  return left.length > 0 ? Object.fromEntries(left) : null;
}

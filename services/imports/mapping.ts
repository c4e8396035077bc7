import { Explained } from '../../layers/declaration/explained.ts';
import type { FieldValue } from '../../layers/declaration/derivation.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import { cutNames } from './cut-names.ts';
import { folded } from './folded.ts';
import { FeatureMapper, takeId, type FieldPlan, type MappingPlan } from './map-feature.ts';
import { ownExport, withoutRejection, type OwnExport } from './own-export.ts';
import { propertiesOf } from './properties.ts';
import type { Rejection } from './reasons.ts';
import type { SourceFeature } from './source-feature.ts';
import { valueReader } from './values.ts';

export interface MappingOptions {
  /**
   * Source name per field, where the names that the layer knows do not fit. `id` and `accuracy_m` are fields, too; an
   * empty name says that the source has none.
   */
  map?: Record<string, string> | undefined;
  /** Values that every feature gets: `{ class: 'forest', year: 2025 }`. */
  set?: Record<string, string | number | boolean> | undefined;
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
export class BadMapping extends Explained {}

/** `fid` last: the row number of a GeoPackage, when there is nothing better. */
const idNames = ['id', 'lokalid', 'localid', 'gml_id', 'fid'];

/**
 * How features of a source become features of a layer: by folded names, aliases, `map` and `set`.
 * @throws BadMapping when `map` or `set` names a field that the layer has not, or a value in `set` is none of its field
 */
export function mappingTo(layer: Layer, options: MappingOptions = {}): Mapping {
  const { map = {}, set = {}, onFault = refuse } = options;
  refuseUnknownFields(layer, [...Object.keys(map), ...Object.keys(set)]);
  const asked = (field: string) => (field in map ? [map[field] ?? ''] : null);
  const known = Object.keys(layer.fields).map((name) => [name, ...(layer.names?.[name] ?? [])]);
  const knownIds = [...(layer.idNames ?? []), ...idNames];
  const cut = cutNames([...known, knownIds]);
  const named = (field: string, names: readonly string[], forms: readonly string[] = []) =>
    [...(asked(field) ?? names).map((name) => folded(name)), ...(asked(field) ? [] : forms)].filter(
      (name) => name !== '',
    );
  const fields: FieldPlan[] = Object.entries(layer.fields).map(([name, field], index) => ({
    name,
    field,
    names: named(name, known[index] ?? [], cut[index]),
    read: valueReader(field),
    constant: set[name],
  }));
  refuseUnfitValues(fields);
  const plan: MappingPlan = {
    layer,
    fields,
    idNames: named('id', knownIds, cut[known.length]),
    accuracyNames: 'accuracy_m' in map ? named('accuracy_m', []) : null,
    takes: new Set(layer.objectTypes?.map((type) => folded(type))),
    claimed: new Set(fields.flatMap(({ names }) => names)),
    onFault,
    everFilled: new Set(),
  };
  const toLayer = (given: SourceFeature): Mapped => {
    const feature = withoutRejection(given);
    const own = ownExport(feature);
    return own ? takenBack(own, new FeatureMapper(plan, own.feature).map()) : new FeatureMapper(plan, feature).map();
  };
  const idOf = (feature: SourceFeature) => {
    const own = ownExport(feature);
    return own ? own.sourceId : takeId(feature, propertiesOf(feature.properties), plan.idNames, new Set());
  };
  const unused = () =>
    Object.entries(map)
      .filter(([field]) => field in layer.fields && !plan.everFilled.has(field))
      .map(([field, name]) => ({ field, name }));
  return Object.assign(toLayer, { idOf, unused });
}

/** A feature of an export of ours, with the id it had and what had no field. */
function takenBack({ sourceId, unmapped }: OwnExport, mapped: Mapped): Mapped {
  // A number outside its list is both a value and what its first source said, under the name that it had there.
  const more = Object.entries(mapped.unmapped ?? {}).filter(([name]) => (mapped.values[name] ?? null) === null);
  const kept = { ...unmapped, ...Object.fromEntries(more) };
  return { ...mapped, sourceId, unmapped: Object.keys(kept).length > 0 ? kept : null };
}

function refuse(fault: Rejection): never {
  throw fault;
}

function refuseUnknownFields(layer: Layer, names: string[]): void {
  const known = [...Object.keys(layer.fields), 'id', 'accuracy_m'];
  const wrong = names.filter((name) => !known.includes(name));
  if (wrong.length > 0)
    throw new BadMapping({
      nb: `Kartlaget «${layer.id}» har ikke feltet «${wrong.join('», «')}». Feltene er: ${known.join(', ')}. Skriv felt=navn i kilden.`,
      en: `Layer '${layer.id}' has no field '${wrong.join("', '")}'. Its fields: ${known.join(', ')}. Write field=source name.`,
    });
}

/** A source may hold anything, and is kept; what the user writes for every feature is a slip of the pen. */
function refuseUnfitValues(fields: readonly FieldPlan[]): void {
  for (const { name, field, read, constant } of fields) {
    if ('value' in read(constant)) continue;
    const codes = Object.keys(field.codes ?? {}).join(', ');
    throw new BadMapping({
      nb: `Feltet «${name}» kan ikke være «${constant}».${codes && ` Kodene er: ${codes}.`} Skriv felt=verdi.`,
      en: `Field '${name}' cannot be '${constant}'.${codes && ` Its codes: ${codes}.`} Write field=value.`,
    });
  }
}

import type { Derivable, FieldValue } from '../../layers/declaration/derivation.ts';
import type { Field } from '../../layers/declaration/field.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import { accuracyOf } from './accuracy.ts';
import { cutForms } from './cut-names.ts';
import { folded } from './folded.ts';
import type { Mapped } from './mapping.ts';
import { isMissing, propertiesOf, type Properties, type Property } from './properties.ts';
import { Rejection } from './reasons.ts';
import type { SourceFeature } from './source-feature.ts';
import type { Reading } from './values.ts';

/** One field, with all that is known about where its value comes from. */
export interface FieldPlan {
  name: string;
  field: Field;
  /** Folded source names, the best first. */
  names: readonly string[];
  read: (raw: unknown) => Reading;
  /** What every feature gets. */
  constant: string | number | boolean | undefined;
}

/** What holds for all features of an import. */
export interface MappingPlan {
  layer: Layer;
  fields: readonly FieldPlan[];
  idNames: readonly string[];
  /** Folded object types that the layer takes. */
  takes: ReadonlySet<string>;
  /** Names that the user gave for the accuracy; null when none. */
  accuracyNames: readonly string[] | null;
  /** Folded names that fields take. */
  claimed: ReadonlySet<string>;
  onFault: (fault: Rejection) => void;
  /** Fields that some feature had a source value for. */
  everFilled: Set<string>;
}

/** Maps one feature. */
export class FeatureMapper {
  readonly #plan: MappingPlan;
  readonly #feature: SourceFeature;
  readonly #given: Record<string, unknown>;
  readonly #properties: Properties;
  readonly #values: Record<string, FieldValue> = {};
  /** Source names that went somewhere. */
  readonly #used = new Set<string>();
  readonly #filledBy = new Map<string, string>();
  readonly #unknown: Mapped['unknown'] = [];
  /** What the source says outside its properties and no field could take. */
  readonly #extra: Record<string, unknown> = {};

  constructor(plan: MappingPlan, feature: SourceFeature) {
    this.#plan = plan;
    this.#feature = feature;
    this.#given = withoutObjectType(feature);
    this.#properties = propertiesOf(this.#given);
  }

  map(): Mapped {
    const { layer, fields, idNames, accuracyNames, claimed, onFault } = this.#plan;
    for (const field of fields) this.#fill(field);
    this.#takeObjectType();
    const sourceId = takeId(this.#feature, this.#properties, idNames, this.#used);
    const accuracyM = accuracyOf(this.#properties, { names: accuracyNames, claimed, used: this.#used });
    const derivable: Derivable = {
      values: this.#values,
      objectType: this.#feature.objectType ?? null,
      source: (...names) => plainValue(firstGiven(this.#properties, names.flatMap(spellings))?.value),
      nameOf: (field) => this.#filledBy.get(field) ?? null,
    };
    for (const [name, derivation] of Object.entries(layer.derived ?? {})) this.#values[name] = derivation(derivable);
    for (const { name, field } of fields)
      if (field.required && this.#values[name] === null) onFault(new Rejection('missing-value', { field: name }));
    return { values: this.#values, accuracyM, sourceId, unmapped: this.#leftOver(), unknown: this.#unknown };
  }

  #fill({ name, field, names, read, constant }: FieldPlan): void {
    const found = firstGiven(this.#properties, names);
    if (constant !== undefined) {
      this.#accept(name, field, read(constant));
      if (found && plainValue(found.value) === constant) this.#use(found);
    } else if (found) {
      this.#filledBy.set(name, found.name);
      this.#plan.everFilled.add(name);
      if (this.#accept(name, field, read(found.value))) this.#use(found);
    } else this.#values[name] = null;
  }

  /** @returns whether all of the reading is in the value */
  #accept(name: string, { kind }: Field, reading: Reading): boolean {
    this.#values[name] = 'value' in reading ? reading.value : null;
    if ('bad' in reading) this.#plan.onFault(new Rejection('bad-value', { field: name, value: reading.bad, kind }));
    if ('unknown' in reading) this.#unknown.push({ field: name, value: reading.unknown });
    return !('bad' in reading || 'unknown' in reading);
  }

  #use({ key, nested }: Property): void {
    if (!nested) this.#used.add(key);
  }

  #takeObjectType(): void {
    const { layer, fields, takes } = this.#plan;
    const { objectType } = this.#feature;
    const plan = fields.find(({ name }) => name === layer.objectTypeField);
    if (!plan || objectType === undefined || this.#values[plan.name] !== null) return;
    const reading = plan.read(objectType);
    if ('value' in reading && !('unknown' in reading)) this.#values[plan.name] = reading.value;
    // A layer's name that is no object type ("features", "export 2024") says nothing about the feature.
    else if (!this.#filledBy.has(plan.name) && takes.has(folded(objectType))) {
      this.#unknown.push({ field: plan.name, value: objectType });
      this.#extra['OBJTYPE'] = objectType;
    }
  }

  #leftOver(): Record<string, unknown> | null {
    const left = Object.entries(this.#given).filter(([key, value]) => !isMissing(value) && !this.#used.has(key));
    const all = { ...this.#extra, ...Object.fromEntries(left) };
    return Object.keys(all).length > 0 ? all : null;
  }
}

/** The row number of a GeoPackage's table. */
const rowNumber = 'fid';

/** The source's own id; null when it has none. */
export function takeId(
  { id, table }: SourceFeature,
  properties: Properties,
  names: readonly string[],
  used: Set<string>,
): string | null {
  if (id !== undefined) return id;
  const found = firstGiven(properties, names);
  const value = plainValue(found?.value);
  if (!found || value === null) return null;
  if (!found.nested) used.add(found.key);
  return found.name === rowNumber && table !== undefined ? `${table}.${value}` : String(value);
}

function firstGiven(properties: Properties, names: readonly string[]): (Property & { name: string }) | undefined {
  for (const name of names) {
    const found = properties.get(name);
    if (found && !isMissing(found.value)) return { ...found, name };
  }
  return undefined;
}

/** A name folded, whole and as a Shapefile cuts it. */
const spellings = (name: string): string[] => [folded(name), ...cutForms(name)];

const plainValue = (value: unknown): FieldValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** A property that only says the feature's object type is not its name. */
function withoutObjectType({ properties, objectType }: SourceFeature): Record<string, unknown> {
  if (objectType === undefined || properties['name'] !== objectType) return properties;
  return { ...properties, name: null };
}

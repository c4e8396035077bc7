import type { Catalogue } from '../../layers/catalogue.ts';
import type { GeometryKind } from '../../layers/declaration/layer.ts';
import { folded } from './folded.ts';
import { propertiesOf, type Properties } from './properties.ts';
import type { SourceFeature } from './source-feature.ts';
import { readTableName, type TableName } from './table-name.ts';

/** Where sources without a place for it write a feature's object type; the last ones only when it is one we know. */
const certainNames = ['objekttype', 'objtype', 'objekttypenavn', 'object_type', 'objecttype', 'featuretype'].map(
  (name) => folded(name),
);
const possibleNames = ['name', 'layer', 'type'].map((name) => folded(name));
/** Object types of SOSI Plan, also those that no layer takes: RpFormålGrense, KpJuridiskLinje, PblMidlByggAnleggOmråde. */
const planType = /^(?:Kp|Rp|Rb|Pbl|Kb)\p{Lu}\p{L}+$/u;

/** What a feature is and where it may go. */
export interface Place {
  /** As the source writes it, or, out of a table's name, as the layers do; undefined when nothing says it. */
  objectType: string | undefined;
  /** Ids of the layers that take it: none, one, or several between which somebody must choose. */
  layers: readonly string[];
}

/** Knows the object types of a catalogue: which layers a feature of a source belongs to. */
export class ObjectTypes {
  readonly #layers = new Map<string, string[]>();
  /** As the layers write them. */
  readonly #spelled = new Map<string, string>();
  readonly #geometry: ReadonlyMap<string, GeometryKind>;
  readonly #tables = new Map<string, TableName>();

  constructor(catalogue: Catalogue) {
    this.#geometry = new Map(catalogue.layers.map(({ id, geometry }) => [id, geometry]));
    for (const layer of catalogue.layers)
      for (const type of layer.objectTypes ?? []) {
        const key = folded(type);
        const known = this.#layers.get(key) ?? [];
        // Spellings that fold to the same are one type.
        if (!known.includes(layer.id)) this.#layers.set(key, [...known, layer.id]);
        if (!this.#spelled.has(key)) this.#spelled.set(key, type);
      }
  }

  /** Ids of the layers that take features of this object type. */
  layersOf(type: string | undefined): readonly string[] {
    return (type !== undefined && this.#layers.get(folded(type))) || [];
  }

  /** The object type of a feature; see `place`. */
  of(feature: SourceFeature, collection: string | null): string | undefined {
    return this.place(feature, collection).objectType;
  }

  /**
   * What a feature is and which layers take it. Its type is what a property for it says, what its format says, a
   * property that happens to hold a type we know, or the name of its table. Of several layers that take the type, a
   * table's name may leave one: an Innsjø is water, and in N50_Arealdekke_omrade it is land cover.
   */
  place(feature: SourceFeature, collection: string | null): Place {
    const properties = propertiesOf(feature.properties);
    const said = firstText(properties, certainNames);
    const tableName = feature.objectType ?? collection ?? undefined;
    const table = tableName === undefined ? null : this.#table(tableName);
    const type = this.#typeOf(feature, properties, said, table);
    const fitting = this.layersOf(type).filter((id) => !table || fits(this.#geometry.get(id), table.shape));
    if (fitting.length === 0) return { objectType: said ?? feature.objectType ?? type, layers: fitting };
    const ofTable = this.layersOf(this.#typeOfTable(table));
    const both = fitting.filter((id) => ofTable.includes(id));
    return { objectType: type, layers: both.length > 0 ? both : fitting };
  }

  #typeOf(
    feature: SourceFeature,
    properties: Properties,
    said: string | undefined,
    table: TableName | null,
  ): string | undefined {
    if (said !== undefined && (this.layersOf(said).length > 0 || planType.test(said))) return said;
    if (this.layersOf(feature.objectType).length > 0) return feature.objectType;
    const ofTable = this.#typeOfTable(table);
    // A type that no layer knows, in a table of one: in N50_Arealdekke_omrade a Hyttefelt is land cover of unknown class.
    if (said !== undefined) return ofTable ?? said;
    for (const name of possibleNames) {
      const value = properties.get(name)?.value;
      if (typeof value !== 'string') continue;
      // A lake may be named Myr: under `name` only what cannot be a name is a type.
      if (planType.test(value) || (name !== 'name' && this.layersOf(value).length > 0)) return value;
    }
    return ofTable ?? feature.objectType;
  }

  #typeOfTable(table: TableName | null): string | undefined {
    return table ? (this.#spelled.get(table.whole) ?? this.#spelled.get(table.theme)) : undefined;
  }

  #table(name: string): TableName {
    let table = this.#tables.get(name);
    if (!table) this.#tables.set(name, (table = readTableName(name)));
    return table;
  }
}

function firstText(properties: Properties, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = properties.get(name)?.value;
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}

const fits = (geometry: GeometryKind | undefined, shape: TableName['shape']): boolean =>
  shape === null || geometry === 'any' || geometry === shape;

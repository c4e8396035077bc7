import type { Catalogue } from '../../layers/catalogue.ts';
import { folded } from './folded.ts';
import { propertiesOf } from './properties.ts';
import type { SourceFeature } from './source-feature.ts';

/** Where sources without a place for it write a feature's object type; the last ones only when it is one we know. */
const certainNames = ['objekttype', 'objtype', 'objekttypenavn', 'object_type', 'objecttype', 'featuretype'].map(
  (name) => folded(name),
);
const possibleNames = ['name', 'layer', 'type'].map((name) => folded(name));
/** Object types of SOSI Plan, also those that no layer takes: RpFormålGrense, KpJuridiskLinje, PblMidlByggAnleggOmråde. */
const planType = /^(?:Kp|Rp|Rb|Pbl|Kb)\p{Lu}\p{L}+$/u;

/** Knows the object types of a catalogue: which layers a feature of a source belongs to. */
export class ObjectTypes {
  readonly #layers = new Map<string, string[]>();

  constructor(catalogue: Catalogue) {
    for (const layer of catalogue.layers)
      for (const type of layer.objectTypes ?? []) {
        const key = folded(type);
        this.#layers.set(key, [...(this.#layers.get(key) ?? []), layer.id]);
      }
  }

  /** Ids of the layers that take features of this object type. */
  layersOf(type: string | undefined): readonly string[] {
    return (type !== undefined && this.#layers.get(folded(type))) || [];
  }

  /**
   * The object type of a feature: as its format says, a property that is there for it, a property that happens to hold
   * one we know, or the name of the collection when that is one.
   */
  of(feature: SourceFeature, collection: string | null): string | undefined {
    if (this.layersOf(feature.objectType).length > 0) return feature.objectType;
    const properties = propertiesOf(feature.properties);
    for (const name of certainNames) {
      const value = properties.get(name)?.value;
      if (typeof value === 'string' && value !== '') return value;
    }
    for (const name of possibleNames) {
      const value = properties.get(name)?.value;
      if (typeof value === 'string' && (this.layersOf(value).length > 0 || planType.test(value))) return value;
    }
    if (feature.objectType !== undefined) return feature.objectType;
    return collection !== null && this.layersOf(collection).length > 0 ? collection : undefined;
  }
}

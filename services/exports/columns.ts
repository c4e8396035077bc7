import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import type { Field } from '../../layers/declaration/field.ts';
import type { Layer } from '../../layers/declaration/layer.ts';

/** A property of exported features. */
export interface Column {
  name: string;
  /** `json`: what the source said that has no field, an object or null. */
  kind: Field['kind'] | 'json';
  title: Bilingual;
}

/** The columns of a layer's export: its fields, and what every feature has. An import takes all of it back. */
export const columnsOf = (layer: Layer): Column[] => [
  ...Object.entries(layer.fields).map(([name, { kind, title }]) => ({ name, kind, title })),
  { name: 'source_id', kind: 'text', title: { nb: 'id hos kilden', en: "id in the source's register" } },
  { name: 'accuracy_m', kind: 'number', title: { nb: 'nøyaktighet, m', en: 'accuracy, m' } },
  { name: 'dataset_id', kind: 'integer', title: { nb: 'datasett', en: 'dataset' } },
  { name: 'unmapped', kind: 'json', title: { nb: 'uten felt', en: 'without a field' } },
];

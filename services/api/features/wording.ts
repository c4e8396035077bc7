import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Field } from '../../../layers/declaration/field.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { quantity } from '../../figures.ts';
import { texts } from '../texts/texts.ts';
import type { FeatureRow } from './feature-query.ts';

/** A value of a feature with its name, in words of one language. */
export interface WordedProperty {
  name: string;
  title: string;
  /** Codes as their texts; numbers and booleans as they are; null when the data do not say. */
  value: string | number | boolean | null;
  unit: string | null;
  kind: Field['kind'];
}

const inLanguage = (text: Bilingual | undefined, language: Language): string | undefined => text?.[language];

/** What a field is called; a field without a title by its name. */
export const titleOf = (layer: Layer, name: string, language: Language): string =>
  inLanguage(layer.fields[name]?.title, language) || name;

/** Every field of a feature, in the order of the declaration. */
export const worded = (layer: Layer, row: FeatureRow, language: Language): WordedProperty[] =>
  Object.entries(layer.fields).map(([name, field]) => {
    const value = (row[name] ?? null) as WordedProperty['value'];
    const code = field.codes?.[String(value)];
    return {
      name,
      title: titleOf(layer, name, language),
      value: code ? code[language] : value,
      unit: field.unit ?? null,
      kind: field.kind,
    };
  });

/** A value for a page: yes and no in words, the unit behind the number. */
export function shown({ value, unit, kind }: WordedProperty, language: Language): string {
  const say = texts[language].page;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  // A whole number without a unit is a code, an id or a year.
  const text = typeof value === 'number' && (unit || kind === 'number') ? quantity(value, language, 3) : String(value);
  return unit ? `${text} ${unit}` : text;
}

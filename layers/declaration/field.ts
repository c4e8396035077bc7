import type { Bilingual } from './bilingual.ts';

/**
 * One field of a layer: what it is called, what it may hold, in which unit.
 * The declaration is the only place: the column, the queryable, the import mapping, the legend and the tile property
 * are all derived from it.
 */
export interface Field {
  kind: 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'code' | 'code-number';
  title: Bilingual;
  /** Unit as written for the user, such as `m`, `km/h` or `MW`. */
  unit?: string;
  /** Allowed codes with their texts; keys of a `code-number` field are the digits. */
  codes?: Record<string, Bilingual>;
  /** A feature without a value is rejected, with this field named. */
  required?: boolean;
  /**
   * Values as sources write them, compared folded, to what is stored: `{ nasjonal: 'national', '40': 'national' }`.
   * Looked up first, for every kind of field; of a boolean the result is `'true'` or `'false'`, of a number its digits.
   * An empty result says that the source writes this where it has no value.
   */
  sourceValues?: Record<string, string>;
}

type Options = Pick<Field, 'required' | 'unit' | 'sourceValues'>;

export const text = (title: Bilingual, options: Options = {}): Field => ({ kind: 'text', title, ...options });
export const integer = (title: Bilingual, options: Options = {}): Field => ({ kind: 'integer', title, ...options });
export const number = (title: Bilingual, options: Options = {}): Field => ({ kind: 'number', title, ...options });
export const boolean = (title: Bilingual, options: Options = {}): Field => ({ kind: 'boolean', title, ...options });
/** A day, kept as a date; `2024` alone is not a day and is rejected. */
export const date = (title: Bilingual, options: Options = {}): Field => ({ kind: 'date', title, ...options });
export const metres = (title: Bilingual, options: Options = {}): Field => number(title, { unit: 'm', ...options });
export const year = (title: Bilingual, options: Options = {}): Field => integer(title, options);

/**
 * A code out of a closed list, stored as our English code. Sources may write the code, either title, or a value of
 * `sourceValues`. A value outside the list is kept under `unmapped`, reported, and leaves the field empty.
 */
export const oneOf = (
  codes: Record<string, Bilingual>,
  options: { title?: Bilingual; required?: boolean; sourceValues?: Record<string, string> } = {},
): Field => ({
  kind: 'code',
  title: options.title ?? { nb: '', en: '' },
  codes,
  ...(options.required && { required: true }),
  ...(options.sourceValues && { sourceValues: options.sourceValues }),
});

/** A number out of a national code list (SOSI): stored as the number, unknown ones kept as they are and reported. */
export const codeNumber = (title: Bilingual, codes: Record<number, Bilingual>, options: Options = {}): Field => ({
  kind: 'code-number',
  title,
  codes: codes,
  ...options,
});

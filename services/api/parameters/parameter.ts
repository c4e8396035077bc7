import type { z } from 'zod';
import type { Bilingual } from '../../../layers/declaration/bilingual.ts';

/**
 * One query parameter. The text of the address becomes a number, a list or stays a text (OpenAPI `style: form`,
 * `explode: false`); then the schema validates it. The same schema describes it in the OpenAPI document.
 */
export interface QueryParameter<Value = unknown> {
  name: string;
  kind: 'text' | 'number' | 'numbers';
  schema: z.ZodType<Value>;
  /** What it should be: said in the description of the service, and when it is wrong. */
  meaning: Bilingual;
}

export type QueryParameters = Record<string, QueryParameter>;

/** The values that handlers get: undefined where nothing was given and the schema has no default. */
export type QueryValues<Parameters extends QueryParameters> = {
  [Name in keyof Parameters]: Parameters[Name] extends QueryParameter<infer Value> ? Value : never;
};

/** Declare a parameter; the type of its value is that of the schema. */
export const parameter = <Value>(declaration: QueryParameter<Value>): QueryParameter<Value> => declaration;

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number as written in decimal; anything else, `Infinity` and hexadecimal too, is not a number. */
const toNumber = (text: string): number => (decimal.test(text.trim()) ? Number(text) : Number.NaN);

/** The value of a parameter's text, before its schema judges it. */
export function valueOf(kind: QueryParameter['kind'], text: string): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'number':
      return toNumber(text);
    case 'numbers':
      return text.split(',').map(toNumber);
  }
}

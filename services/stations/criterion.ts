import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';
import type { Situation } from './situation.ts';

/** What a criterion finds at one site. */
export interface Measured {
  /** Null: nobody knows. Unknown is not zero. */
  value: number | null;
  /** An estimate, not a count or a measurement. */
  estimated?: true;
  /** What makes the value, to be told on the site's page: codes and figures. */
  facts?: Record<string, unknown>;
}

/** All sites, in the order of the situation's; or why the criterion says nothing here, and is left out. */
export type Findings = { sites: Measured[] } | { leftOut: Bilingual };

/** One thing that sites are judged by. A file of criteria/ exports one: adding a criterion is adding a file. */
export interface Criterion {
  id: string;
  title: Bilingual;
  unit: Bilingual;
  /** Decimals that are shown. */
  decimals: number;
  /** Whether more or less of it is better. */
  direction: 'max' | 'min';
  description: Bilingual;
  weight: { default: number; why: Bilingual };
  /** Layers that the value is from: told with their dates. Where one of `needs` is absent, the criterion is left out. */
  sources: readonly string[];
  needs?: readonly string[];
  /** Where it stands in lists. */
  order: number;
  measure: (situation: Situation) => Promise<Findings> | Findings;
  /** What a site's page says of a value: what makes it, and what it rests on. */
  tell?: (measured: Measured, language: Language) => string | null;
}

/** Declare a criterion. */
export const criterion = (declaration: Criterion): Criterion => declaration;

/** Values are put on a scale from 0, the worst site, to 1, the best. */
export const normalisation = 'min-max';

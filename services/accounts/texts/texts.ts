import type { Language } from '../../../layers/declaration/bilingual.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';

export type Texts = typeof nb;

/** What the page of a municipality says, by language. */
export const texts: Record<Language, Texts> = { nb, en };

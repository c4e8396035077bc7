import type { Language } from '../../../../layers/declaration/bilingual.ts';
import { en } from './en.ts';
import { nb, type Texts } from './nb.ts';

export const texts: Record<Language, Texts> = { nb, en };

export type { Texts };

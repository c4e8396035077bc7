import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { Problem } from '../problem.ts';
import { texts, type Texts } from './texts/texts.ts';

interface Said {
  title: string;
  detail: string;
  remedy: string;
}

/**
 * A problem in the words of texts/nb.ts and texts/en.ts.
 * @param say picks and completes the words: `({ unknownLayer }) => ({ ...unknownLayer, detail: unknownLayer.detail(id) })`
 */
export function tell(
  status: number,
  type: string,
  say: (problems: Texts['problems'], language: keyof Bilingual) => Said,
  more: { instance?: string; headers?: Record<string, string> } = {},
): Problem {
  const nb = say(texts.nb.problems, 'nb');
  const en = say(texts.en.problems, 'en');
  const both = (part: keyof Said): Bilingual => ({ nb: nb[part], en: en[part] });
  return new Problem(status, type, {
    title: both('title'),
    detail: both('detail'),
    remedy: both('remedy'),
    ...more,
  });
}

/** What an asker gave, short enough to be said back. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

import type { Language } from '../../../layers/declaration/bilingual.ts';
import { percent } from '../../figures.ts';
import type { CheckResult } from '../answer/result.ts';
import { texts } from './texts/texts.ts';

/** How much of what a rule measured its data cover; nothing measured and nobody knows are two answers. */
export function coverageInWords(
  { rule, share }: CheckResult['coverage'][number],
  { summary }: CheckResult,
  language: Language,
): string {
  const say = texts[language];
  if (share !== null) return say.covers(percent(share, language));
  return summary.some((line) => line.rule === rule && line.verdict === 'not-relevant')
    ? say.nothingMeasured
    : say.coverageUnknown;
}

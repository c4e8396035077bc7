import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Check } from '../check.ts';
import { datasetsOf } from '../measurement/constraints.ts';
import type { CheckResult } from './result.ts';

/**
 * What each rule had to go by: a line per layer, with the share of the measured zones that was looked at.
 * No data, coverage unknown and partly covered are told apart: no dataset, no share, a share below 1.
 */
export function coverageOf({ rules, findings, constraints }: Check, language: Language): CheckResult['coverage'] {
  return rules.flatMap((rule) =>
    rule.against.map((layer) => {
      const datasets = datasetsOf(constraints, layer);
      const share = shareOf(findings.filter((finding) => finding.rule === rule));
      if (datasets.length === 0) return { rule: rule.id, layer, dataset: null, share: 0 };
      const names = datasets.map(({ title, part }) => title ?? part);
      return { rule: rule.id, layer, dataset: inShort(names, language), share };
    }),
  );
}

/** Weighted by the zones' areas; null when nothing was measured or a coverage is unknown. */
function shareOf(findings: Check['findings']): number | null {
  let covered = 0;
  let all = 0;
  for (const { zone, measured } of findings) {
    if (!zone || !measured) continue;
    if (measured.share_covered === null) return null;
    covered += measured.share_covered * zone.area_m2;
    all += zone.area_m2;
  }
  return all > 0 ? covered / all : null;
}

/** The first three names, and how many more. */
function inShort(names: readonly string[], language: Language): string {
  const shown = names.slice(0, 3).join('; ');
  const more = names.length - 3;
  return more > 0
    ? `${shown} ${language === 'nb' ? 'og' : 'and'} ${more} ${language === 'nb' ? 'til' : 'more'}`
    : shown;
}

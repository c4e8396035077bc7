import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Check } from '../check.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import type { CheckResult } from './result.ts';
import { isHit, verdicts, worstOf } from '../judgement/verdict.ts';

interface Sum {
  rule: string;
  area_m2: number;
}

/** One line per rule: its worst verdict, how many zones it concerns, and the land found, shared land counted once. @throws OverlayFailed */
export async function summarise(
  database: Database,
  { rules, findings }: Check,
  language: Language,
): Promise<CheckResult['summary']> {
  const hits = findings.flatMap(({ rule, verdict, measured }) =>
    isHit(verdict) && measured?.overlap ? [{ rule: rule.id, overlap: measured.overlap }] : [],
  );
  const rows = await database.rows<Sum>(statement('conflicts/sums'), {
    rules: rules.map(({ id }) => id),
    of_rules: hits.map(({ rule }) => rule),
    geoms: hits.map(({ overlap }) => overlap),
  });
  const areas = everyAnswer(
    rows,
    ({ rule }) => rule,
    rules.map(({ id }) => id),
  );
  return rules.map(({ id, title }) => {
    const given = findings.filter(({ rule }) => rule.id === id).map(({ verdict }) => verdict);
    const counts = verdicts
      .map((verdict) => [verdict, given.filter((each) => each === verdict).length] as const)
      .filter(([, count]) => count > 0);
    const { area_m2 } = areas.get(id) as Sum;
    return {
      rule: id,
      title: title[language],
      verdict: worstOf(given),
      zones: given.filter((verdict) => verdict !== 'not-relevant').length,
      area_m2,
      area_daa: area_m2 / 1000,
      verdicts: Object.fromEntries(counts),
    };
  });
}

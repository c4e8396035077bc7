import { quantity } from '../../figures.ts';
import type { Comparison } from '../comparison/comparison.ts';
import { answerFor } from './answer.ts';
import type { Material } from './material.ts';
import type { ComparedVersions } from './report.ts';
import { texts } from './texts/texts.ts';

/** So many changes are printed. */
const mostRows = 200;

/** What became of the findings since another version, in words; what is unchanged is only counted. */
export function comparedVersions(comparison: Comparison, { result, language }: Material): ComparedVersions {
  const say = texts[language];
  const { against, counts, findings, same_data } = comparison;
  type Side = Comparison['findings'][number]['now'];
  const side = (it: Side): string => {
    if (!it) return '–';
    const answer = say.answers[answerFor(it.verdict, [])];
    return it.area_m2 ? `${answer}, ${quantity(it.area_m2 / 1000, language, 1)} daa` : answer;
  };
  const zone = (before: Side, now: Side): string => {
    const nameOf = (it: Side) => it?.zone_name ?? it?.zone;
    const [old, fresh] = [nameOf(before), nameOf(now)];
    return old !== undefined && fresh !== undefined && old !== fresh ? `${fresh} (${old})` : (fresh ?? old ?? '');
  };
  const listed = findings.filter(({ change }) => change !== 'unchanged');
  const notes = [
    ...(findings.length === 0 ? [say.comparisonNothing] : []),
    ...(same_data ? [] : [say.otherData]),
    ...(counts.unchanged > 0 ? [say.unchangedLeftOut(counts.unchanged)] : []),
    ...(listed.length > mostRows ? [say.leftOut(listed.length - mostRows)] : []),
  ];
  const everyRow = listed.map(({ change, rule, before, now }) => [
    say.changes[change],
    result.summary.find((line) => line.rule === rule)?.title ?? rule,
    ...[zone(before, now), side(before), side(now)],
  ]);
  return {
    title: say.comparison(against.name ?? against.plan_id ?? say.olderVersion),
    counts: (['new', 'changed', 'solved', 'unchanged'] as const)
      .map((change) => `${say.changes[change]}: ${counts[change]}`)
      .join(', '),
    note: notes.length > 0 ? notes.join(' ') : null,
    rows: everyRow.slice(0, mostRows),
    everyRow,
  };
}

import type { CheckResult } from '../answer/result.ts';
import { answerOf, answers, isHit } from './answer.ts';
import type { Placed } from './report.ts';

/** The findings of a check with their answers, the worst first: by answer, then by red land, then by land. */
export const worstFirst = ({ findings }: CheckResult): Placed[] =>
  findings.features
    .map(({ properties }, number) => ({ number, properties, answer: answerOf(properties) }))
    .sort(
      (a, b) =>
        answers.indexOf(a.answer) - answers.indexOf(b.answer) ||
        (b.properties.red_area_m2 ?? 0) - (a.properties.red_area_m2 ?? 0) ||
        (b.properties.area_m2 ?? 0) - (a.properties.area_m2 ?? 0) ||
        a.number - b.number,
    );

/** So many findings are told in full, with a map: a report of a large plan must stay readable. */
export const mostCards = 40;

/** The findings that a map says something about, the worst first: of a strategy without land, it would show a bare zone. */
export const withMaps = (result: CheckResult): Placed[] =>
  worstFirst(result).filter(
    ({ answer, properties: { basis, area_m2 } }) => isHit(answer) && (basis !== 'strategy' || (area_m2 ?? 0) > 0),
  );

/** The findings that a report tells in full. */
export const toldInFull = (result: CheckResult): Placed[] => withMaps(result).slice(0, mostCards);

/** The summary's rules in the order of their worst finding. @param sorted findings, the worst first */
export function linesByWorst({ summary }: CheckResult, sorted: readonly Placed[]): CheckResult['summary'] {
  const order = [...new Set(sorted.map(({ properties }) => properties.rule))];
  return [...summary].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
}

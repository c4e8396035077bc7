import type { Verdict } from '../judgement/verdict.ts';
import type { Change } from './comparison.ts';

/** Whether an answer asks something of the planner. */
const asks = (verdict: Verdict | null): boolean =>
  verdict !== null && verdict !== 'clear' && verdict !== 'not-relevant';

/**
 * What became of a finding. What could not be judged any more is not solved: it has changed.
 * @param before, now verdicts; null where the version has no such zone
 * @param otherLand the land it found differs by more than touching
 * @returns null where neither version has anything to say
 */
export function judgeChange(before: Verdict | null, now: Verdict | null, otherLand: boolean): Change | null {
  if (!asks(before)) return asks(now) ? 'new' : null;
  if (!asks(now)) return 'solved';
  return before !== now || otherLand ? 'changed' : 'unchanged';
}

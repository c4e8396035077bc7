import { coverageAround, layerAbsent } from '../judgement/judge.ts';
import type { FindingProperties } from '../answer/result.ts';
import type { Verdict } from '../judgement/verdict.ts';

/**
 * What a finding answers, worst first. Where nobody looked it also says why, for four answers must never look alike:
 * nobody has data, the data cover a part, or the zone but not the land around it, the sum failed, and somebody looked and found nothing.
 */
export const answers = [
  'conflict',
  'review',
  'failed',
  'no-data',
  'coverage-unknown',
  'partly-covered',
  'not-around',
  'clear',
  'not-relevant',
] as const;

export type Answer = (typeof answers)[number];

/**
 * The answer of a finding: its verdict, and where that is *not assessed* the reason. A layer that is absent is no data,
 * however much the rule's other layers cover.
 */
export function answerOf({
  verdict,
  datasets,
  share_covered: share,
  reason_code: why,
}: Pick<FindingProperties, 'verdict' | 'datasets' | 'share_covered' | 'reason_code'>): Answer {
  if (verdict !== 'not-assessed') return verdict;
  if (why === layerAbsent || datasets.length === 0 || share === 0) return 'no-data';
  if (why === coverageAround) return 'not-around';
  return share === null ? 'coverage-unknown' : 'partly-covered';
}

/** The worst answer that stands for a verdict over several findings. */
export const answerFor = (verdict: Verdict, found: readonly Answer[]): Answer =>
  verdict === 'not-assessed' ? (answers.find((answer) => found.includes(answer)) ?? 'no-data') : verdict;

/** Answers that a report gives in full, finding by finding. */
export const isHit = (answer: Answer): answer is 'conflict' | 'review' => answer === 'conflict' || answer === 'review';

/** Answers that say only that nothing is known. */
export const isUnanswered = (answer: Answer): boolean =>
  ['failed', 'no-data', 'coverage-unknown', 'partly-covered', 'not-around'].includes(answer);

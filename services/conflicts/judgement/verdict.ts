/**
 * The answers a rule can give for a zone, worst first (domain §4). `not-assessed` means that nobody looked, `clear`
 * that somebody looked and found nothing: they are never the same.
 */
export const verdicts = ['conflict', 'review', 'failed', 'not-assessed', 'clear', 'not-relevant'] as const;

export type Verdict = (typeof verdicts)[number];

/** The worst of several verdicts; `not-relevant` when there are none. */
export const worstOf = (given: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => given.includes(verdict)) ?? 'not-relevant';

/** Verdicts of land that a constraint was found on: what sums of conflict area count. */
export const isHit = (verdict: Verdict): boolean => verdict === 'conflict' || verdict === 'review';

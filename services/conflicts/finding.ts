import type { Measured } from './measure.ts';
import type { Message } from './message.ts';
import type { Rule } from './rule.ts';
import type { Verdict } from './verdict.ts';
import type { FailedZone, JudgedZone } from './zone.ts';

/** What a rule says about a zone: codes and numbers, to be put into words when it is read. */
export interface Finding {
  rule: Rule;
  verdict: Verdict;
  because: Message;
  remarks: Message[];
  /** The trace of what was done, in order. */
  steps: Message[];
  /** Null for a zone that could not be placed. */
  zone: JudgedZone | null;
  failed: FailedZone | null;
  /** Null where there was nothing to measure. */
  measured: Measured | null;
}

import type { Purpose } from '../../../layers/codes/purpose.ts';
import type { Measured } from '../measurement/measure.ts';
import type { Message } from './message.ts';
import type { RuleWords } from './rule.ts';
import type { Settlement } from '../settled/marks.ts';
import type { Verdict } from './verdict.ts';
import type { Failure, JudgedZone } from '../plan/zone.ts';

/** What a finding is about: a zone, or something that the plan has to secure, cut to the plan; that has no purpose. */
export type FindingSubject = Omit<JudgedZone, 'purpose'> & { purpose: Purpose | null };

/** What a rule says about a zone: codes and numbers, to be put into words when it is read. */
export interface Finding {
  rule: RuleWords;
  verdict: Verdict;
  because: Message;
  remarks: Message[];
  /** The trace of what was done, in order. */
  steps: Message[];
  /** Null for a zone that could not be placed. */
  zone: FindingSubject | null;
  failed: Failure | null;
  /** Null where there was nothing to measure. */
  measured: Measured | null;
  /** Somebody has settled it, on the ground where it lies now. */
  settled?: Settlement | null;
}

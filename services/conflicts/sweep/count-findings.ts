import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Verdict } from '../verdict.ts';

/** Findings of one rule in one municipality. */
export interface FindingCount {
  rule: string;
  /** Number of the municipality; '' outside all. */
  municipality: string;
  verdict: Verdict;
  /** Zones, each counted where most of it lies. */
  findings: number;
  /** Ellipsoidal m² of land in conflict or for review within the municipality, shared land once; null for other verdicts. */
  area_m2: number | null;
}

/** Findings of a sweep by rule, municipality and verdict. */
export const countFindings = (session: Session, dataset: number, division: number): Promise<FindingCount[]> =>
  session.rows<FindingCount>(statement('conflicts/count-findings'), { dataset, division });

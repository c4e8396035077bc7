import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Verdict } from '../judgement/verdict.ts';
import type { PlanAnswer } from './check-in-force.ts';

/** Findings of one rule in one municipality. */
export interface FindingCount {
  rule: string;
  /** Number of the municipality; '' outside all, and of what has no place: plans as a whole. */
  municipality: string;
  verdict: Verdict;
  /** Zones and resources, each counted where most of it lies; those without a place on the map, too. */
  findings: number;
  /** Ellipsoidal m² of land in conflict or for review within the municipality, shared land once; null for other verdicts. */
  area_m2: number | null;
}

type Area = Pick<FindingCount, 'rule' | 'municipality' | 'verdict'> & { area_m2: number };

/** Findings of a sweep by rule, municipality and verdict. */
export async function countFindings(
  session: Session,
  answers: readonly PlanAnswer[],
  { dataset, division }: { dataset: number; division: number },
): Promise<FindingCount[]> {
  const counts = new Map<string, FindingCount>();
  const of = ({ rule, municipality, verdict }: Omit<Area, 'area_m2'>): FindingCount => {
    const key = JSON.stringify([rule, municipality, verdict]);
    const count = counts.get(key) ?? { rule, municipality, verdict, findings: 0, area_m2: null };
    counts.set(key, count);
    return count;
  };
  for (const count of answers.flatMap((answer) => answer.counts)) of(count).findings += count.findings;
  const areas = await session.rows<Area>(statement('conflicts/finding-areas'), { dataset, division });
  for (const area of areas) of(area).area_m2 = area.area_m2;
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

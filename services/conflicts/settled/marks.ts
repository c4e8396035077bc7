import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { everyAnswer } from '../every-zone.ts';
import type { Finding } from '../finding.ts';
import { say } from '../message.ts';
import type { Verdict } from '../verdict.ts';

/** Who settled a finding, why and when. */
export interface Settlement {
  reason: string;
  name: string;
  /** ISO day */
  date: string;
}

/** A settlement as it is kept: it holds for a finding of the rule in the zone on the same ground. */
export interface Mark extends Settlement {
  rule: string;
  zone: string;
  /** SHA-256 of the ground, to a millimetre. */
  geometry: string;
}

/** What has been settled of a plan; nothing of one without an id. */
export const marksOf = async (session: Session, planId: string | null): Promise<Mark[]> =>
  planId === null ? [] : session.rows<Mark>(statement('settled/of-plan'), { plan_id: planId });

/** Verdicts that leave something to be settled. */
const open: readonly Verdict[] = ['conflict', 'review', 'not-assessed'];

/** The ground of a finding that can be settled: the land on the constraints, else the zone; null of any other. */
export const groundOf = ({ verdict, zone, measured }: Finding): Buffer | null =>
  open.includes(verdict) ? (measured?.overlap ?? zone?.geom ?? null) : null;

/**
 * Fingerprints of findings' ground, by their place in the list; those without ground have none.
 * @throws OverlayFailed
 */
export async function fingerprints(session: Session, findings: readonly Finding[]): Promise<Map<number, string>> {
  const grounds = findings.flatMap((finding, number) => {
    const geom = groundOf(finding);
    return geom ? [{ number, geom }] : [];
  });
  const numbers = grounds.map(({ number }) => number);
  const rows = await session.rows<{ number: number; geometry: string }>(statement('settled/fingerprints'), {
    numbers,
    geoms: grounds.map(({ geom }) => geom),
  });
  const found = everyAnswer(rows, ({ number }) => number, numbers);
  return new Map([...found].map(([number, { geometry }]) => [number, geometry]));
}

/**
 * Mark findings that are settled, and say of those whose ground has changed since that they were. The verdict stays.
 * @throws OverlayFailed
 */
export async function markSettled(
  session: Session,
  findings: readonly Finding[],
  marks: readonly Mark[],
): Promise<Finding[]> {
  const marksFor = ({ rule, zone }: Finding) => marks.filter((mark) => mark.rule === rule.id && mark.zone === zone?.id);
  const marked = findings.filter((finding) => marksFor(finding).length > 0);
  if (marked.length === 0) return [...findings];
  const prints = await fingerprints(session, marked);
  const printOf = new Map(marked.map((finding, number) => [finding, prints.get(number)]));
  return findings.map((finding) => {
    const print = printOf.get(finding);
    if (print === undefined) return finding;
    const own = marksFor(finding);
    const holding = own.find(({ geometry }) => geometry === print);
    const { reason = '', name = '', date = '' } = holding ?? own.at(-1) ?? {};
    const remark = say(holding ? 'settled' : 'settled-before', { reason, name, date });
    return {
      ...finding,
      remarks: [...finding.remarks, remark],
      settled: holding ? { reason, name, date } : null,
    };
  });
}

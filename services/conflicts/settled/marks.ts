import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Finding } from '../judgement/finding.ts';
import { say } from '../judgement/message.ts';
import type { Verdict } from '../judgement/verdict.ts';
import { sameGround } from './same-ground.ts';

/** Who settled a finding, why and when. */
export interface Settlement {
  reason: string;
  name: string;
  /** ISO day */
  date: string;
}

/** What a settlement is about. */
export interface Settled {
  rule: string;
  zone: string;
  /** SHA-256 of the ground, to a millimetre. */
  geometry: string;
  /** Well-known binary in the analysis CRS; null of what was settled before grounds were kept. */
  ground: Buffer | null;
  /** Object type and code of the zone; null of a resource. */
  purpose: string | null;
  /** The constraints, `layer/id`. */
  constraints: string[];
}

/** A settlement as it is kept: it holds for a finding of the rule on the same ground. */
export interface Mark extends Settlement, Settled {
  box: [west: number, south: number, east: number, north: number] | null;
}

/** What has been settled of a plan; nothing of one without an id. */
export const marksOf = async (session: Session, planId: string | null): Promise<Mark[]> =>
  planId === null ? [] : session.rows<Mark>(statement('settled/of-plan'), { plan_id: planId });

/** Verdicts that leave something to be settled. */
const open: readonly Verdict[] = ['conflict', 'review', 'not-assessed'];

/** The ground of a finding that can be settled: the land on the constraints, else the zone; null of any other. */
export const groundOf = ({ verdict, zone, measured }: Finding): Buffer | null =>
  open.includes(verdict) ? (measured?.overlap ?? zone?.geom ?? null) : null;

export const purposeOf = ({ zone }: Finding): string | null =>
  zone?.purpose ? `${zone.purpose.objectType} ${zone.purpose.code}` : null;

export const constraintsOf = ({ measured }: Finding): string[] =>
  (measured?.constraints ?? []).map(({ layer, id }) => `${layer}/${id}`);

/**
 * The mark that holds for each finding, the newest where several do.
 * Zones are known again by their ids, and by purpose and ground where files give them new ids, or none. A finding without
 * land on constraints is another one when it is about other constraints: they are all that tells it apart.
 * @throws OverlayFailed
 */
export async function holdingMarks(
  session: Session,
  findings: readonly Finding[],
  marks: readonly Mark[],
  touching_m: number,
): Promise<Map<Finding, Mark>> {
  const pairs = findings.flatMap((finding) => {
    const now = groundOf(finding);
    return now ? marks.flatMap((mark) => (mayHold(mark, finding) ? [{ finding, mark, now }] : [])) : [];
  });
  const same = await sameGround(
    session,
    pairs.map(({ mark, now }) => ({ before: mark.ground as Buffer, now })),
    touching_m,
  );
  return new Map(pairs.flatMap(({ finding, mark }, at) => (same[at] ? [[finding, mark] as const] : [])));
}

function mayHold(mark: Mark, finding: Finding): boolean {
  const { rule, zone, measured } = finding;
  if (!zone || !mark.ground || mark.rule !== rule.id) return false;
  if (!measured?.overlap && !constraintsOf(finding).every((id) => mark.constraints.includes(id))) return false;
  return (
    mark.zone === zone.id || (mark.purpose !== null && mark.purpose === purposeOf(finding) && meet(mark, zone.box))
  );
}

const meet = ({ box }: Mark, [west, south, east, north]: readonly number[]): boolean =>
  box !== null && box[0] <= east && west <= box[2] && box[1] <= north && south <= box[3];

/**
 * Mark findings that are settled, and say of those whose ground has changed since that they were. The verdict stays.
 * @param touching_m land differs where the difference is as wide
 * @throws OverlayFailed
 */
export async function markSettled(
  session: Session,
  findings: readonly Finding[],
  marks: readonly Mark[],
  touching_m: number,
): Promise<Finding[]> {
  if (marks.length === 0) return [...findings];
  const holding = await holdingMarks(session, findings, marks, touching_m);
  const inUse = new Set(holding.values());
  return findings.map((finding) => {
    const mark = holding.get(finding);
    const earlier = mark ?? marks.findLast((each) => !inUse.has(each) && isOf(each, finding));
    if (!earlier || !groundOf(finding)) return finding;
    const { reason, name, date } = earlier;
    const remark = say(mark ? 'settled' : 'settled-before', { reason, name, date });
    return { ...finding, remarks: [...finding.remarks, remark], settled: mark ? { reason, name, date } : null };
  });
}

const isOf = (mark: Mark, { rule, zone }: Finding): boolean => mark.rule === rule.id && mark.zone === zone?.id;

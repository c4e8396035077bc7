import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Check } from '../check.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import type { Finding } from '../judgement/finding.ts';
import { isSecuringRule } from '../judgement/securing-rule.ts';
import { isHit, type Verdict } from '../judgement/verdict.ts';

/**
 * The land that a zone has to leave for a finding to be solved: what lies on the constraints, or, where nothing does,
 * what lies too near.
 * @param alsoNear findings of which the land that lies too near is left, too, so that nothing of them remains
 * @returns by the finding's place in the check; findings that no border can solve are not there
 * @throws OverlayFailed
 */
export async function landToLeave(
  session: Session,
  { findings, constraints, municipalities }: Pick<Check, 'findings' | 'constraints' | 'municipalities'>,
  alsoNear: (verdict: Verdict) => boolean = () => false,
): Promise<Map<number, Buffer[]>> {
  const about = findings.flatMap((finding, number) => (isTrimmable(finding) ? [{ number, ...finding }] : []));
  const near = about.filter(
    ({ measured, verdict }) => measured?.keepsOff?.length && (!measured.overlap || alsoNear(verdict)),
  );
  const numbers = near.map(({ number }) => number);
  if (near.length === 0) return landsOf(about, new Map());
  const features = near.flatMap(({ number, measured }) =>
    (measured?.keepsOff ?? []).map((each) => ({ number, ...each })),
  );
  const rows = await session.rows<{ number: number; geom: Buffer | null }>(statement('conflicts/land-too-near'), {
    numbers,
    geoms: near.map(({ zone }) => zone?.geom),
    of: features.map(({ number }) => number),
    datasets: features.map(({ dataset }) => dataset),
    fids: features.map(({ fid }) => fid),
    points: features.map(({ point }) => point),
    metres: features.map(({ metres }) => metres),
    division: constraints.division,
    municipalities,
  });
  const tooNear = everyAnswer(rows, ({ number }) => number, numbers);
  return landsOf(about, tooNear);
}

const landsOf = (
  about: readonly { number: number; measured: Finding['measured'] }[],
  tooNear: ReadonlyMap<number, { geom: Buffer | null }>,
): Map<number, Buffer[]> =>
  new Map(
    about.flatMap(({ number, measured }) => {
      const lands = [measured?.overlap, tooNear.get(number)?.geom].flatMap((land) => land ?? []);
      return lands.length > 0 ? [[number, lands] as const] : [];
    }),
  );

const isTrimmable = ({ rule, verdict, zone }: Finding): boolean =>
  isHit(verdict) && zone !== null && !isSecuringRule(rule);

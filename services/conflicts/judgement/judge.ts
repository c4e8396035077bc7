import type { PlanFacts } from '../../imports/plans/plan-facts.ts';
import { say, type Message } from './message.ts';
import { isDraft, isInForce } from '../plan/plans-in-force.ts';
import type { Judgement, Opinion, RuleWords, ZoneRule } from './rule.ts';
import type { Verdict } from './verdict.ts';
import type { JudgedZone } from '../plan/zone.ts';

/** A rule's answer for a zone, and why. */
export interface Answer {
  verdict: Verdict;
  /** The reason that decided. */
  because: Message;
  /** What else lowered or qualifies the verdict. */
  remarks: Message[];
}

/** How far the plan and its guideline bind: what caps a verdict whatever was measured. */
export interface Standing {
  plan: PlanFacts;
  /** Day the guideline was adopted, ISO; null while it is a draft. */
  guidelineAdopted: string | null;
}

/** The answer where a rule has nothing to measure in a zone; undefined where it has. */
export function notAsked(
  rule: ZoneRule,
  zone: JudgedZone,
  { plan }: Standing,
  parameters: Readonly<Record<string, number>>,
): Answer | undefined {
  const not = (because: Message, remarks: Message[] = []): Answer => ({ verdict: 'not-relevant', because, remarks });
  if (zone.level !== 2) return not(say('other-level', { level: zone.level }));
  if (!rule.judges.concerns(zone.purpose)) return not(say('not-concerned', { subject: rule.judges.title }));
  if (!isDraft(plan) && !isInForce(plan)) return not(say('plan-ended'));
  if (zone.land === null) return not(say('no-new-land'), zone.remarks);
  const least = rule.judges.atLeast === undefined ? 0 : (parameters[rule.judges.atLeast] ?? 0);
  if (zone.land_m2 < least) return not(say('too-small', { area: zone.land_m2, least }), zone.remarks);
  return undefined;
}

/** Why nothing is known where layers of a rule are not there. */
export const layerAbsent = 'layer-absent';

/** The answer where layers of a rule are absent: nobody looked, so nothing is known. */
export const notAssessed = (zone: Pick<JudgedZone, 'remarks'>, layers: readonly string[]): Answer => ({
  verdict: 'not-assessed',
  because: say(layerAbsent, { layers: layers.join(', ') }),
  remarks: zone.remarks,
});

/**
 * The answer of a rule that measured a zone: its own opinion, no greener than the data allow and no redder than the
 * standing of the words and of the plan. Pure.
 * @param absent layers of the rule that are not there while others are: a hit counts, no hit is no answer
 */
export function answerOf(
  rule: RuleWords,
  zone: Pick<JudgedZone, 'remarks'>,
  { opinion, measured }: Judgement,
  standing: Standing,
  absent: readonly string[] = [],
): Answer {
  const { area_m2: area, red_area_m2: red, share_covered: share, distance_m: distance } = measured;
  const { code: lay = null, area_m2: missing = null } = measured.missing ?? {};
  const because = say(opinion.because, { area, red, share, distance, lay, missing });
  const remarks = [...zone.remarks, ...measured.remarks, ...(measured.touching ? [say('touching')] : [])];
  if (opinion.verdict === 'clear' || opinion.verdict === 'not-relevant') {
    if (absent.length > 0) return { ...notAssessed(zone, absent), remarks };
    if (measured.covered) return { verdict: opinion.verdict, because, remarks };
    return { verdict: 'not-assessed', because: gapIn(share), remarks };
  }
  const caps = capsOn(rule, standing, opinion);
  return { verdict: caps.length > 0 ? 'review' : opinion.verdict, because, remarks: [...remarks, ...caps] };
}

/** The zone was looked at, but not all of the land around it that the rule is about. */
export const coverageAround = 'coverage-around';

/** Where nobody looked: nobody knows, in a part of the zone, or only around it. */
function gapIn(share: number | null): Message {
  if (share === null) return say('coverage-unknown');
  if (share === 0) return say('coverage-none');
  return share < 1 ? say('coverage-partial', { share }) : say(coverageAround);
}

/** What a finding says of a plan in force that would be in conflict if it were not older than the guideline. */
export const wouldConflict = 'clean-up-conflict';

/** Why nothing under this rule can be red: the words are no guideline, or the plan is older than they are. */
function capsOn({ basis }: RuleWords, { plan, guidelineAdopted }: Standing, { verdict }: Opinion): Message[] {
  const caps: Message[] = [];
  if (basis !== 'guideline') caps.push(say('not-a-guideline'));
  if (isInForce(plan) && isOlder(plan.in_force, guidelineAdopted))
    caps.push(
      say(verdict === 'conflict' && basis === 'guideline' ? wouldConflict : 'clean-up', {
        date: plan.in_force,
        adopted: guidelineAdopted,
      }),
    );
  return caps;
}

/** A plan without a date, and a guideline that is not adopted: never shown to be newer. */
const isOlder = (inForce: string | null, adopted: string | null): boolean =>
  inForce === null || adopted === null || inForce < adopted;

import { failedFinding } from './ask-rule.ts';
import { answerOf, notAssessed, type Answer, type Standing } from './judge.ts';
import { datasetIds, isAbsent } from '../measurement/constraints.ts';
import type { Covered } from '../measurement/coverage.ts';
import { leastCovered } from '../measurement/layer-coverage.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import type { ConstraintFeature } from '../measurement/features-near.ts';
import type { Finding, FindingSubject } from './finding.ts';
import type { Measured, Measuring } from '../measurement/measure.ts';
import { say, type Message } from './message.ts';
import { isDraft, isInForce } from '../plan/plans-in-force.ts';
import {
  coverageOfEach,
  factsOf,
  isPresumedBuilt,
  resourcesFor,
  resourcesInPlan,
  type ResourceInPlan,
  type Wanted,
} from './resources-in-plan.ts';
import type { Opinion } from './rule.ts';
import type { Securing, SecuringRule } from './securing-rule.ts';
import { zoneByZone } from '../measurement/zone-by-zone.ts';

interface Asked {
  /** The plan as a whole. */
  plan: FindingSubject;
  standing: Standing;
  measuring: Measuring;
  /** How many zones of it could not be judged. */
  lost: number;
}

/**
 * Ask a rule about what the plan has to secure: one finding per resource in the plan, and one about the plan as a whole
 * where the rule has nothing to ask, nobody looked, or nothing is there.
 */
export async function askSecuring(rule: SecuringRule, asked: Asked): Promise<Finding[]> {
  const { plan, standing, measuring } = asked;
  if (!isDraft(standing.plan) && !isInForce(standing.plan))
    return [findingOf(rule, plan, { verdict: 'not-relevant', because: say('plan-ended'), remarks: [] }, null)];
  const duty = rule.duty(standing.plan);
  const absent = rule.against.filter((layer) => isAbsent(measuring.constraints, layer));
  const allAbsent = absent.length === rule.against.length;
  if (duty !== 'none' && allAbsent) return [findingOf(rule, plan, notAssessed(plan, absent), null)];
  const wanted = await resourcesFor(rule, asked);
  const measuredRows = await zoneByZone(wanted, (batch) => resourcesInPlan(rule, batch, asked), measuring.signal);
  const rows = [...measuredRows.values()].filter((row) => row.is_in).sort((a, b) => a.number - b.number);
  const lost = wanted.filter(({ index }) => !measuredRows.has(index));
  if (duty === 'none') {
    const answer: Answer = { verdict: 'not-relevant', because: say('no-duty'), remarks: [] };
    const subjects = rows.length > 0 ? rows.map((row) => subjectOf(row, wanted, plan)) : [plan];
    return subjects.map((subject) => findingOf(rule, subject, answer, null));
  }
  const covered = await coverageOfEach(rule, rows, wanted, measuring);
  const unknown = unknownIn(asked);
  const findings = rows.map((row) => {
    const { securing } = wanted[row.number];
    const facts = factsOf(row, wanted[row.number], covered.get(row.number) as Covered, measuring);
    const opinion = rule.verdict(facts, measuring.parameters);
    const softened = opinion.verdict === 'clear' ? [] : softenedBy(duty, securing, standing);
    const judged =
      softened.length > 0 && opinion.verdict === 'conflict' ? { ...opinion, verdict: 'review' as const } : opinion;
    const subject = { ...subjectOf(row, wanted, plan), remarks: [...softened, ...unknown] };
    return findingOf(rule, subject, answerOf(rule, subject, { opinion: judged, measured: facts }, standing), facts);
  });
  return [
    ...findings,
    ...lost.map((resource) => overlayFailed(rule, resource)),
    ...(await aboutTheRest(rule, asked, absent, findings.length + lost.length)),
  ];
}

/** What of the plan is not known, for a reader of any finding. */
const unknownIn = ({ lost, measuring: { zones, constraints } }: Asked): Message[] => [
  ...(zones.some((zone) => isPresumedBuilt(zone, constraints)) ? [say('no-building-layer')] : []),
  ...(lost > 0 ? [say('zones-left-out', { count: lost })] : []),
];

/** Why a duty that is not met is no conflict here. */
const softenedBy = (duty: 'firm' | 'soft', { atMostReview }: Securing, { plan }: Standing): Message[] => [
  ...(duty === 'soft' ? [say('soft-duty')] : []),
  ...(atMostReview ? [say('weak-knowledge')] : []),
  ...(plan.law === 1985 ? [say('old-law')] : []),
];

/** What is said about the plan as a whole where no resource was found, or not all of it was looked at. */
async function aboutTheRest(
  rule: SecuringRule,
  { plan, standing, measuring }: Asked,
  absent: readonly string[],
  found: number,
): Promise<Finding[]> {
  const covered = await leastCovered({ ...measuring, zones: [plan] }, rule.against);
  const { share, whole } = everyAnswer([...covered], ([index]) => index, [plan.index]).get(plan.index)?.[1] as Covered;
  if (found > 0 && whole && absent.length === 0) return [];
  const measured: Measured = {
    ...{ area_m2: 0, red_area_m2: 0, touching: false, distance_m: null, constraints: [], overlap: null },
    ...{ remarks: [], steps: [], share_covered: share, covered: whole },
    datasets: rule.against.flatMap((layer) => datasetIds(measuring.constraints, layer)),
  };
  const opinion: Opinion = { verdict: 'clear', because: 'none-known' };
  return [findingOf(rule, plan, answerOf(rule, plan, { opinion, measured }, standing, absent), measured)];
}

const overlayFailed = (rule: SecuringRule, { index, resource }: Wanted): Finding =>
  failedFinding(rule, { index, id: resource.id, name: nameOf(resource), reason: say('overlay-failed') });

const nameOf = ({ properties: { name } }: ConstraintFeature): string | null => (typeof name === 'string' ? name : null);

/** A resource as the subject of a finding: cut to the plan. */
function subjectOf(
  { number, municipality, geom, box, area_m2 }: ResourceInPlan,
  wanted: readonly Wanted[],
  plan: FindingSubject,
): FindingSubject {
  const { resource } = wanted[number];
  return {
    ...plan,
    index: number,
    id: resource.id,
    name: nameOf(resource),
    municipality,
    geom,
    box,
    area_m2,
    land: geom,
    land_m2: area_m2,
  };
}

const findingOf = (rule: SecuringRule, zone: FindingSubject, answer: Answer, measured: Measured | null): Finding => ({
  ...{ rule, ...answer, zone, failed: null, measured },
  steps: [...(measured?.steps ?? []), answer.because, ...answer.remarks],
});

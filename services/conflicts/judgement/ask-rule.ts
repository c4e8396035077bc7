import { isAbsent } from '../measurement/constraints.ts';
import type { Finding } from './finding.ts';
import { answerOf, notAsked, notAssessed, type Answer, type Standing } from './judge.ts';
import type { Measured, Measuring } from '../measurement/measure.ts';
import { say, type Message } from './message.ts';
import type { RuleWords, ZoneRule } from './rule.ts';
import type { Failure, JudgedZone } from '../plan/zone.ts';
import { zoneByZone } from '../measurement/zone-by-zone.ts';

interface Asked {
  zones: readonly JudgedZone[];
  failed: readonly Failure[];
  standing: Standing;
  measuring: Omit<Measuring, 'zones' | 'asked'>;
}

/** Ask one rule about every zone: one finding per zone, in the order of the plan. */
export async function askRule(rule: ZoneRule, { zones, failed, standing, measuring }: Asked): Promise<Finding[]> {
  const findings: Finding[] = failed.map((zone) => failedFinding(rule, zone));
  const asked: JudgedZone[] = [];
  const absent = rule.against.filter((layer) => isAbsent(measuring.constraints, layer));
  for (const zone of zones) {
    const answer =
      notAsked(rule, zone, standing, measuring.parameters) ??
      (absent.length === rule.against.length ? notAssessed(zone, absent) : undefined);
    if (answer) findings.push(findingOf(rule, zone, answer, null));
    else asked.push(zone);
  }
  const measure = (batch: readonly JudgedZone[]) => rule.judge({ ...measuring, zones: batch, asked });
  const judged = await zoneByZone(asked, measure, measuring.signal);
  for (const zone of asked) {
    const judgement = judged.get(zone.index);
    findings.push(
      judgement
        ? findingOf(rule, zone, answerOf(rule, zone, judgement, standing, absent), judgement.measured)
        : findingOf(rule, zone, { verdict: 'failed', because: say('overlay-failed'), remarks: [] }, null),
    );
  }
  return findings.sort((a, b) => place(a) - place(b));
}

const place = ({ zone, failed }: Finding): number => zone?.index ?? failed?.index ?? 0;

function findingOf(rule: ZoneRule, zone: JudgedZone, answer: Answer, measured: Measured | null): Finding {
  const steps: Message[] = [
    zoneStep(zone),
    ...zone.notes,
    ...zone.steps,
    ...(measured ? [...measured.steps, coverageStep(measured)] : []),
    answer.because,
    ...answer.remarks,
  ];
  return { rule, ...answer, steps, zone, failed: null, measured };
}

const zoneSteps = new WeakMap<JudgedZone, Message>();

/** One message for all rules: it is put into words once. */
function zoneStep(zone: JudgedZone): Message {
  const known = zoneSteps.get(zone);
  if (known) return known;
  const { id, area_m2: area } = zone;
  const { name: purpose, code, objectType: object_type } = zone.purpose;
  const step = say('zone', { zone: id, purpose, code, object_type, area });
  zoneSteps.set(zone, step);
  return step;
}

const coverageStep = ({ share_covered: share }: Measured): Message =>
  share === null ? say('coverage-unknown') : share === 1 ? allLookedAt : say('coverage', { share });

const allLookedAt = say('coverage', { share: 1 });

/** What any rule says of a zone that could not be judged. */
export const failedFinding = (rule: RuleWords, failed: Failure): Finding => ({
  rule,
  verdict: 'failed',
  because: failed.reason,
  remarks: [],
  steps: [failed.reason],
  zone: null,
  failed,
  measured: null,
});

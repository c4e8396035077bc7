import type { Database } from '../../database/database.ts';
import { carryOut, onFirmGround, yardstick, type Check, type CheckRequest } from '../check.ts';
import { withBuiltLand } from '../measurement/built-land.ts';
import { confirmConstraints, readConstraints } from '../measurement/constraints.ts';
import type { FindingSubject } from '../judgement/finding.ts';
import { say, type Message } from '../judgement/message.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import { isSecuringRule } from '../judgement/securing-rule.ts';
import { isHit } from '../judgement/verdict.ts';
import type { Alternative, Candidate, WhereInstead } from './alternative.ts';
import { assess } from './assess.ts';
import { apart, freeLand } from './free-land.ts';
import { givenLand } from './given-land.ts';
import { absentLayers, alsoRead, unsaidLayers, type Ground, type Seeker } from './ground.ts';

/** Purpose groups that could lie somewhere else. */
const movable = new Set(['holiday-homes', 'scattered-holiday-homes', 'housing', 'scattered-housing', 'business']);
/** Places offered of each kind; zones that places are looked for in one request. */
const offered = 5;
export const mostZones = 20;
/** Free squares that are asked about first, before the rest of a batch: most zones find their places among the nearest. */
const atOnce = 25;

/** A check, and where its zones could lie instead. */
export interface Instead {
  check: Check;
  zones: (WhereInstead & { zone: FindingSubject; findings: number[] })[];
  /** Zones with findings that were left out because there are too many. */
  leftOut: number;
}

/**
 * Check a plan and look for other places for the holiday homes, housing and business land that was found in conflict or
 * for review: in the same municipality, at least as large as the zone's new land.
 * @param options finding: id of a finding (`rule/index`); only its zone is asked about
 * @throws NoZones, UnknownRule, BadParameter, UnknownCrs, OverlayFailed, GroundGone, and the signal's reason
 */
export const whereInstead = (
  database: Database,
  request: CheckRequest,
  { finding, signal }: { finding?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<Instead> =>
  onFirmGround(database, request, async (prepared) => {
    // Whichever rules found something: a place must be clear under all of them.
    const every = await yardstick(database, {});
    const constraints = await readConstraints(database, [...new Set([...every.constraints.layers, ...alsoRead])]);
    const check = await carryOut(database, { ...prepared, constraints }, signal);
    const demands = { ...check, rules: every.rules, parameters: new Map([...every.parameters, ...check.parameters]) };
    const { plan, parameters } = check;
    const common = parameters.get('') as CommonParameters;
    const asked = [...found(check, finding)];
    const zones: Instead['zones'] = [];
    await withBuiltLand(database, constraints, common, async (built) => {
      const ground: Ground = {
        ...{ session: database, constraints, signal, parameters: common, built },
        draft: zonesOf(check),
        replaced: [plan.facts.plan_id, plan.facts.predecessor].flatMap((id) => id ?? []),
      };
      for (const [zone, findings] of asked.slice(0, mostZones)) {
        signal?.throwIfAborted();
        zones.push({ ...(await placesFor(ground, demands, zone)), zone, findings });
      }
    });
    await confirmConstraints(database, constraints);
    return { check, zones, leftOut: Math.max(0, asked.length - mostZones) };
  });

/** Every zone of the plan that could be placed. */
function zonesOf({ findings }: Check): Ground['draft'] {
  const zones = new Map<number, Ground['draft'][number]>();
  for (const { rule, verdict, zone } of findings) {
    if (!zone?.purpose || isSecuringRule(rule)) continue;
    const seeks = isHit(verdict) || zones.get(zone.index)?.seeks === true;
    zones.set(zone.index, { geom: zone.geom, group: zone.purpose.group, seeks });
  }
  return [...zones.values()];
}

/** Zones that look for another place, with the numbers of their findings. */
function found(check: Check, id: string | undefined): Map<FindingSubject, number[]> {
  const byZone = new Map<number, { zone: FindingSubject; findings: number[]; asked: boolean }>();
  for (const [number, { rule, verdict, zone }] of check.findings.entries()) {
    if (!zone?.purpose || !isHit(verdict) || isSecuringRule(rule) || !movable.has(zone.purpose.group)) continue;
    const own = byZone.get(zone.index) ?? { zone, findings: [], asked: id === undefined };
    own.findings.push(number);
    own.asked ||= id === `${rule.id}/${zone.index}`;
    byZone.set(zone.index, own);
  }
  return new Map(
    [...byZone.values()].flatMap(({ zone, findings, asked }) => (asked ? [[zone, findings] as const] : [])),
  );
}

async function placesFor(ground: Ground, check: Check, zone: FindingSubject): Promise<WhereInstead> {
  const { municipality, index } = zone;
  const answer: WhereInstead = {
    ...{ index, size_m2: zone.land_m2, municipality, found: [], why: [] },
    looked: { reserve: 0, densification: 0, 'other-land': 0 },
  };
  const absent = absentLayers(ground.constraints);
  if (absent.length > 0) return { ...answer, why: [say('instead-absent', { layers: absent.join(', ') })] };
  const unsaid = unsaidLayers(ground.constraints);
  if (unsaid.length > 0) return { ...answer, why: [say('instead-unsaid', { layers: unsaid.join(', ') })] };
  if (municipality === null || !zone.purpose) return { ...answer, why: [say('instead-no-municipality')] };
  const seeker: Seeker = { zone, municipality, group: zone.purpose.group, size_m2: zone.land_m2 };
  const against: Message[] = [];
  const take = async (candidates: readonly Candidate[]): Promise<Alternative[]> => {
    const { standing, against: more } = await assess(ground, check, seeker, candidates);
    against.push(...more);
    return standing;
  };
  const given = await givenLand(ground, seeker);
  for (const kind of ['reserve', 'densification'] as const) {
    const candidates = given.filter((each) => each.kind === kind);
    answer.looked[kind] = candidates.length;
    answer.found.push(...(await take(candidates)).slice(0, offered));
  }
  let squares: Alternative[] = [];
  for await (const { looked, free, taken } of freeLand(ground, seeker)) {
    answer.looked['other-land'] += looked;
    against.push(...taken);
    for (const some of [free.slice(0, atOnce), free.slice(atOnce)]) {
      if (some.length === 0 || squares.length >= offered) break;
      const more = await take(some);
      squares = apart([...squares, ...more].sort((a, b) => a.distance_m - b.distance_m));
    }
    if (squares.length >= offered) break;
  }
  answer.found.push(...squares.slice(0, offered));
  if (answer.found.length === 0) answer.why = [say('instead-none'), ...counted(against)];
  return answer;
}

/** Each thing that speaks against places, with how many of them it is said of. */
function counted(messages: readonly Message[]): Message[] {
  const counts = new Map<string, { message: Message; count: number }>();
  for (const message of messages) {
    const key = JSON.stringify(message);
    counts.set(key, { message, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ message: { code, values }, count }) => say(code, { ...values, count }));
}

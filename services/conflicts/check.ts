import type { Language } from '../../layers/declaration/bilingual.ts';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Database } from '../database/database.ts';
import { sideBySide } from '../database/side-by-side.ts';
import type { DraftPlan } from '../imports/plans/plan-file.ts';
import { askRule, failedFinding } from './judgement/ask-rule.ts';
import { askSecuring } from './judgement/ask-securing.ts';
import { considerationZones } from './plan/consideration-zones.ts';
import { withBuiltLand, type BuiltLand } from './measurement/built-land.ts';
import { confirmConstraints, GroundGone, readConstraints, type Constraints } from './measurement/constraints.ts';
import { FullCoverage } from './measurement/full-coverage.ts';
import type { Finding } from './judgement/finding.ts';
import type { Standing } from './judgement/judge.ts';
import { judgedLand } from './plan/judged-land.ts';
import { chooseParameters, commonParameters, type CommonParameters } from './judgement/parameter.ts';
import { placeZones } from './plan/placed-zones.ts';
import { boxAround, municipalitiesIn, type Box } from './plan/box.ts';
import { planArea } from './plan/plan-area.ts';
import { isDraft, plansInForce } from './plan/plans-in-force.ts';
import { regionalPlan } from './regional-plan.ts';
import { renderCheck } from './answer/render.ts';
import type { CheckResult } from './answer/result.ts';
import { chooseRules, loadRules } from './rule-catalogue.ts';
import type { Rule } from './judgement/rule.ts';
import { isSecuringRule } from './judgement/securing-rule.ts';
import { markSettled, marksOf, type Mark } from './settled/marks.ts';
import { takenOut, type TakenOut } from './plan/taken-out.ts';
import type { JudgedZone } from './plan/zone.ts';

/** What is asked of a check. */
export interface CheckRequest {
  plan: DraftPlan;
  /** A plan in force: there is no asker who could part it. */
  ofAnySize?: true;
  /** Ids of rules; all where it is left out. */
  rules?: readonly string[] | undefined;
  /** Values for parameters, by name; a name that several rules have counts for all of them. */
  parameters?: Readonly<Record<string, unknown>> | undefined;
  settings?:
    | {
        /** Day the guidelines were adopted, ISO; null while they are a draft. By default what the regional plan says. */
        guidelineAdopted: string | null;
      }
    | undefined;
}

/** What decides the answers of a check beside the plan: rules, parameters, and the editions that are read. */
export interface Yardstick {
  rules: readonly Rule[];
  /** Values used, under each rule's id; those of the frame under ''. */
  parameters: ReadonlyMap<string, Record<string, number>>;
  constraints: Constraints;
}

/** A check with all that decides its answer settled: nothing else is read from now on. */
export interface PreparedCheck extends Yardstick {
  plan: DraftPlan;
  standing: Standing;
  /** What has been settled of the plan. */
  settled?: readonly Mark[];
}

/** A finished check: codes and numbers, to be put into words by {@link renderCheck}. */
export interface Check extends PreparedCheck {
  /** Zones that could be placed, whichever rules were asked. */
  zones: readonly JudgedZone[];
  /** Zones of the plan in force that the draft takes out; null where it replaces none. */
  takenOut: TakenOut[] | null;
  findings: Finding[];
  /** Numbers of the municipalities within reach of the plan: pieces are found by them. */
  municipalities: readonly string[];
}

/** The plan has no zones at all: there is nothing to check. */
export class NoZones extends Explained {
  constructor() {
    super({
      nb: 'Det finnes ingen soner med arealformål i planen, så det er ingenting å sjekke.',
      en: 'The plan holds no zones with a purpose, so there is nothing to check.',
    });
  }
}

/** A zone takes some milliseconds; master plans of whole municipalities have some thousands. */
const mostZones = 20_000;

/** The plan has more zones than one check takes. */
export class TooManyZones extends Explained {
  constructor(zones: number) {
    super({
      nb: `Planen har ${zones} soner; en sjekk tar høyst ${mostZones}. Del planen, eller send bare sonene som er endret.`,
      en: `The plan has ${zones} zones; a check takes ${mostZones} at most. Part the plan, or send only the zones that have changed.`,
    });
  }
}

/** Layers that decide which land is judged, whatever the rule. */
const groundLayers = ['plan', 'zoning', 'zoning-consideration', 'building', 'holiday-home', 'dwelling', 'municipality'];

/** Rules that are asked at once: a server has more than one core; both have connections left for others. */
const rulesAtOnce = { server: 3, embedded: 2 };

/** Rule that is asked first: it takes longest, and would be waited for at the end. */
const longest = 'treeline';

/** Of a plan whose zones all failed to be placed. */
const nowhere: Box = { west: 0, south: 0, east: 0, north: 0 };

/** Farthest that a rule looks around a zone for pieces, metres. */
const surroundings = 20_000;

/**
 * Settle rules, parameters and the editions that are read.
 * @throws NoZones, TooManyZones, UnknownRule, BadParameter
 */
export async function prepareCheck(database: Database, request: CheckRequest): Promise<PreparedCheck> {
  const { plan, ofAnySize = false, settings = { guidelineAdopted: regionalPlan.adopted } } = request;
  if (plan.zoning.length === 0) throw new NoZones();
  if (plan.zoning.length > mostZones && !ofAnySize) throw new TooManyZones(plan.zoning.length);
  return {
    plan,
    standing: { plan: plan.facts, guidelineAdopted: settings.guidelineAdopted },
    ...(await yardstick(database, request)),
    settled: await marksOf(database, plan.facts.plan_id),
  };
}

/**
 * Settle what plans are measured by, for one plan or for many.
 * @throws UnknownRule, BadParameter
 */
export async function yardstick(
  database: Database,
  request: Pick<CheckRequest, 'rules' | 'parameters'>,
): Promise<Yardstick> {
  const rules = chooseRules(await loadRules(), request.rules);
  const declared = [commonParameters, ...rules.map(({ parameters }) => parameters)];
  const values = chooseParameters(declared, request.parameters ?? {});
  const ofRules = rules.flatMap(({ against, helpedBy = [] }) => [...against, ...helpedBy]);
  return {
    rules,
    parameters: new Map(values.map((own, at) => [rules[at - 1]?.id ?? '', own])),
    constraints: await readConstraints(database, [...new Set([...groundLayers, ...ofRules])]),
  };
}

/**
 * Check a plan against the guidelines: every rule asked, for every zone. Nothing is written but what is worked out of the
 * land near buildings.
 * @throws UnknownCrs, GroundGone when the data were replaced under the check, and the signal's reason
 */
export const carryOut = (database: Database, prepared: PreparedCheck, signal?: AbortSignal): Promise<Check> =>
  withBuiltLand(database, prepared.constraints, commonOf(prepared), (built) =>
    askRules(database, prepared, built, signal),
  );

const commonOf = ({ parameters }: Yardstick): CommonParameters => parameters.get('') as CommonParameters;

async function askRules(
  database: Database,
  prepared: PreparedCheck,
  built: BuiltLand,
  signal?: AbortSignal,
): Promise<Check> {
  const { plan, standing, rules, constraints } = prepared;
  const common = commonOf(prepared);
  const { placed, failed } = await placeZones(database, constraints, plan, signal);
  const area = await planArea(database, plan, placed);
  const grounds = area ? [...placed, area] : placed;
  const box = boxAround(grounds) ?? nowhere;
  const around = await plansInForce(database, constraints, plan.facts, box);
  const municipalities = await municipalitiesIn(database, constraints, boxAround(grounds, surroundings) ?? nowhere);
  const considerations = await considerationZones(database, constraints, plan, around, box);
  const fullCoverage = new FullCoverage(database, constraints, boxAround(grounds) ?? nowhere);
  const ground = {
    ...{ session: database, constraints, fullCoverage, municipalities, considerations, built },
    ...(signal && { signal }),
  };
  const { judged: zones, failed: lost } = await judgedLand(placed, {
    ...ground,
    parameters: common,
    around,
    plan: plan.facts,
  });
  const unjudged = [...failed, ...lost];
  const ask = async (rule: Rule): Promise<Finding[]> => {
    signal?.throwIfAborted();
    const parameters = { ...common, ...prepared.parameters.get(rule.id) };
    const measuring = { ...ground, parameters, plan: plan.facts, around, drawn: zones };
    if (!isSecuringRule(rule)) return askRule(rule, { zones, failed: unjudged, standing, measuring });
    if (!area) return unjudged.map((zone) => failedFinding(rule, zone));
    const inPlan = { ...measuring, zones, asked: zones };
    return askSecuring(rule, { plan: area, standing, measuring: inPlan, lost: unjudged.length });
  };
  const order = [...rules].sort((a, b) => Number(b.id === longest) - Number(a.id === longest));
  const answers = new Map(
    await sideBySide(order, rulesAtOnce[database.kind], async (rule) => [rule, await ask(rule)] as const),
  );
  const findings = rules.flatMap((rule) => answers.get(rule) ?? []);
  const out = isDraft(plan.facts)
    ? await takenOut(database, { constraints, around, area, zones: placed, unread: failed, parameters: common })
    : null;
  const marked = await markSettled(database, findings, prepared.settled ?? [], common.touching_m);
  await confirmConstraints(database, constraints);
  return { ...prepared, zones, takenOut: out, findings: marked, municipalities };
}

/** Each needs two new editions of the municipalities while the check runs. */
export const mostAttempts = 3;

/**
 * Settle a check and do something with it; again from the start, on the data of now, when they were replaced under it.
 * @throws NoZones, UnknownRule, BadParameter, GroundGone, and what the work throws
 */
export async function onFirmGround<Result>(
  database: Database,
  request: CheckRequest,
  work: (prepared: PreparedCheck) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work(await prepareCheck(database, request));
    } catch (error) {
      if (!(error instanceof GroundGone) || attempt === mostAttempts) throw error;
    }
}

/**
 * Check a plan and put the answer into words.
 * @throws NoZones, UnknownRule, BadParameter, UnknownCrs, and the signal's reason
 */
export async function checkPlan(
  database: Database,
  request: CheckRequest,
  options: { signal?: AbortSignal | undefined; language?: Language } = {},
): Promise<CheckResult> {
  return onFirmGround(database, request, async (prepared) => {
    const check = await carryOut(database, prepared, options.signal);
    return renderCheck(database, check, options.language ?? 'nb');
  });
}

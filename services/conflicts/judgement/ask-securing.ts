import { statement } from '../../database/statement.ts';
import { failedFinding } from './ask-rule.ts';
import { answerOf, notAssessed, type Answer, type Standing } from './judge.ts';
import { datasetIds, isAbsent, type Constraints } from '../measurement/constraints.ts';
import { coverageShares, type Covered } from '../measurement/coverage.ts';
import { leastCovered } from '../measurement/layer-coverage.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import { featuresNear, type ConstraintFeature } from '../measurement/features-near.ts';
import type { Finding, FindingSubject } from './finding.ts';
import type { Measured, Measuring } from '../measurement/measure.ts';
import { say, type Message } from './message.ts';
import { isDraft, isInForce } from '../plan/plans-in-force.ts';
import type { Opinion } from './rule.ts';
import type { InPlan, Securing, SecuringRule } from './securing-rule.ts';
import type { JudgedZone } from '../plan/zone.ts';
import { zoneByZone } from '../measurement/zone-by-zone.ts';

interface Asked {
  /** The plan as a whole. */
  plan: FindingSubject;
  standing: Standing;
  measuring: Measuring;
  /** How many zones of it could not be judged. */
  lost: number;
}

/** A resource as sql/conflicts/resources-in-plan.sql measures it. */
interface Row {
  number: number;
  municipality: string | null;
  is_in: boolean;
  is_point: boolean;
  point_secured: boolean | null;
  all_built: boolean;
  area_m2: number;
  geom: Buffer;
  box: FindingSubject['box'];
  share_secured: number;
  share_weakly: number;
  share_newly: number;
  before_m2: number;
  open_m2: number;
  contradicted: boolean;
  unsecured: Buffer | null;
  unsecured_m2: number;
  missing: Buffer | null;
  missing_m2: number;
}

/** A resource that the rule is about, and what secures it. */
interface Wanted {
  index: number;
  resource: ConstraintFeature;
  securing: Securing;
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
  const measuredRows = await zoneByZone(wanted, (batch) => measured(rule, batch, asked), measuring.signal);
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

/** Resources near the plan that the rule is about. */
async function resourcesFor(rule: SecuringRule, { plan, measuring }: Asked): Promise<Wanted[]> {
  const features = await featuresNear({ ...measuring, zones: [plan] }, rule.layers, 0);
  return features
    .flatMap((resource) => {
      const securing = rule.securing(resource);
      return securing ? [{ resource, securing }] : [];
    })
    .map((each, index) => ({ index, ...each }));
}

async function measured(
  rule: SecuringRule,
  wanted: readonly Wanted[],
  { plan, measuring }: Asked,
): Promise<Map<number, Row>> {
  const { session, constraints, considerations, municipalities, parameters, built } = measuring;
  const zones = measuring.zones.filter(({ level }) => level === 2);
  const codes = wanted.flatMap(({ index: of, securing: { by, weaklyBy } }) => [
    ...by.map((code) => ({ of, code, strong: true })),
    ...weaklyBy.map((code) => ({ of, code, strong: false })),
  ]);
  const rows = await session.rows<Row>(statement('conflicts/resources-in-plan'), {
    outlines: [plan.geom],
    numbers: wanted.map(({ index }) => index),
    datasets: wanted.map(({ resource }) => resource.dataset),
    fids: wanted.map(({ resource }) => resource.fid),
    accuracies: wanted.map(({ resource }) => resource.accuracy_m),
    points: wanted.map(({ resource }) => resource.point),
    over_houses: wanted.map(({ securing }) => securing.overHouses),
    point_radius_m: parameters['point_radius_m'] ?? 0,
    of: codes.map(({ of }) => of),
    by_codes: codes.map(({ code }) => code),
    strong: codes.map(({ strong }) => strong),
    codes: considerations.map(({ code }) => code),
    considerations: considerations.map(({ geom }) => geom),
    zones: zones.map(({ geom }) => geom),
    lands: zones.map(({ land }) => land),
    securing: zones.map(({ purpose }) => rule.securedBy(purpose)),
    weak: zones.map(({ purpose }) => rule.weaklySecuredBy(purpose)),
    // Land whose purpose nobody knows is not secured, and not known to be building land either.
    building: zones.map(({ purpose }) => purpose.allowsBuilding === true),
    presumed_built: zones.map((zone) => isPresumedBuilt(zone, constraints)),
    built: await built.under([plan.geom]),
    division: constraints.division,
    municipalities,
    touching_m: parameters.touching_m,
    municipality_datasets: datasetIds(constraints, 'municipality'),
  });
  return everyAnswer(
    rows,
    ({ number }) => number,
    wanted.map(({ index }) => index),
  );
}

/** Without a building layer, present building land counts as built. */
const isPresumedBuilt = ({ status, purpose }: JudgedZone, constraints: Constraints): boolean =>
  status === 1 && purpose.allowsBuilding === true && isAbsent(constraints, 'building');

/** What of the plan is not known, for a reader of any finding. */
const unknownIn = ({ lost, measuring: { zones, constraints } }: Asked): Message[] => [
  ...(zones.some((zone) => isPresumedBuilt(zone, constraints)) ? [say('no-building-layer')] : []),
  ...(lost > 0 ? [say('zones-left-out', { count: lost })] : []),
];

/** How much of each resource its layer looked at. */
async function coverageOfEach(
  { layers }: SecuringRule,
  rows: readonly Row[],
  wanted: readonly Wanted[],
  measuring: Measuring,
): Promise<Map<number, Covered>> {
  const found = new Map<number, Covered>();
  for (const { id } of layers) {
    const own = rows.filter(({ number }) => wanted[number]?.resource.layer === id);
    if (own.length === 0) continue;
    const zones = own.map(({ number: index, geom }) => ({ index, geom, land: geom }));
    const covered = await coverageShares({ ...measuring, zones }, datasetIds(measuring.constraints, id));
    for (const [index, each] of covered) found.set(index, each);
  }
  return found;
}

function factsOf(
  row: Row,
  { resource, securing }: Wanted,
  { share, whole }: Covered,
  { constraints }: Measuring,
): InPlan {
  const secured = row.is_point ? Number(row.point_secured) : row.share_secured;
  return {
    area_m2: row.unsecured_m2,
    red_area_m2: 0,
    ...{ touching: false, distance_m: null, share_covered: share, covered: whole },
    constraints: [{ layer: resource.layer, id: resource.id, fid: resource.fid, dataset: resource.dataset }],
    datasets: datasetIds(constraints, resource.layer),
    overlap: row.unsecured_m2 > 0 ? row.unsecured : null,
    missing:
      row.missing && row.missing_m2 > 0 ? { code: securing.lay, geom: row.missing, area_m2: row.missing_m2 } : null,
    remarks: [],
    steps: [say('secured-part', { share: secured, area: row.area_m2 })],
    resource,
    share_secured: secured,
    shareWeakly: row.is_point ? secured : row.share_weakly,
    allBuilt: row.all_built,
    shareNewlyBuildable: row.share_newly,
    buildableBefore_m2: row.before_m2,
    open_m2: row.open_m2,
    contradicted: row.contradicted,
  };
}

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
  { number, municipality, geom, box, area_m2 }: Row,
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

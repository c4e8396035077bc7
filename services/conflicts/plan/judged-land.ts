import { statement } from '../../database/statement.ts';
import type { Session } from '../../database/database.ts';
import type { PlanFacts } from '../../imports/plans/plan-facts.ts';
import { changeOf, type Before } from './change.ts';
import type { BuiltLand } from '../measurement/built-land.ts';
import { datasetIds, isAbsent, type Constraints } from '../measurement/constraints.ts';
import { everyZone } from '../measurement/every-zone.ts';
import { say, type Message } from '../judgement/message.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import { isDraft, type PlansInForce } from './plans-in-force.ts';
import type { FailedZone, JudgedZone, Zone } from './zone.ts';
import { zoneByZone } from '../measurement/zone-by-zone.ts';

interface Given {
  session: Session;
  constraints: Constraints;
  municipalities: readonly string[];
  parameters: CommonParameters;
  around: PlansInForce;
  built: BuiltLand;
  /** The plan that is checked. */
  plan: PlanFacts;
  signal?: AbortSignal | undefined;
}

interface PlanArea {
  plan_id: string;
  area_m2: number;
}

/** What sql/conflicts/new-land.sql says about a zone. */
interface Land extends Before {
  zone: number;
  geom: Buffer;
  area_m2: number;
  only_noise: boolean;
  given: PlanArea[] | null;
  ruled: PlanArea[] | null;
  foreseen: PlanArea[] | null;
  clashes: { older: string; newer: string; area_m2: number }[] | null;
}

/**
 * Find the land of each zone that is judged: new or extended, which no plan in force gives already (domain §4,
 * *Which zones are judged*). Zones above or below the ground have none.
 */
export async function judgedLand(
  zones: readonly Zone[],
  given: Given,
): Promise<{ judged: JudgedZone[]; failed: FailedZone[] }> {
  const isOnGround = ({ level }: Zone) => level === 2;
  const lands = await zoneByZone(zones.filter(isOnGround), (batch) => newLand(batch, given), given.signal);
  const lost = zones.filter((zone) => isOnGround(zone) && !lands.has(zone.index));
  const found = zones.filter((zone) => !lost.includes(zone));
  const { judged, unknown } = await withoutBuiltLand(
    found.map((zone) => withLand(zone, lands.get(zone.index), given)),
    given,
  );
  const failed = [...lost, ...unknown].map(({ index, id, name, level, geom }) => ({ index, id, name, level, geom }));
  return { judged, failed: failed.map((zone) => ({ ...zone, reason: say('overlay-failed') })) };
}

const isRegulation = ({ purpose }: Zone) => purpose.objectType.startsWith('R');

async function newLand(zones: readonly Zone[], given: Given): Promise<Map<number, Land>> {
  const { session, constraints, municipalities, parameters, around } = given;
  const rows = await session.rows<Land>(statement('conflicts/new-land'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ geom }) => geom),
    groups: zones.map(({ purpose }) => purpose.group),
    regulations: zones.map(isRegulation),
    plan_ids: around.plans.map(({ plan_id: id }) => id),
    ranks: around.plans.map(({ rank }) => rank),
    rank: around.rank,
    zoning: datasetIds(constraints, 'zoning'),
    considerations: datasetIds(constraints, 'zoning-consideration'),
    division: constraints.division,
    municipalities,
    noise_m: parameters.touching_m,
  });
  return everyZone(rows, zones);
}

function withLand(zone: Zone, land: Land | undefined, { around, plan, constraints }: Given): JudgedZone {
  if (!land) {
    const steps = [say('other-level', { level: zone.level })];
    return { ...zone, land: null, land_m2: 0, change: null, steps, remarks: [] };
  }
  const hasPlans = !isAbsent(constraints, 'plan') && !isAbsent(constraints, 'zoning');
  const dateOf = (id: string) => around.plans.find((plan) => plan.plan_id === id)?.in_force ?? null;
  const none = land.only_noise || land.area_m2 === 0;
  const densified = none && zone.status === 3;
  // A draft that replaces a plan in force is no regulation under it: what it takes over is *videreført*, not *in line*.
  const foreseen = isRegulation(zone)
    ? (land.foreseen ?? []).filter((plan) => plan.plan_id !== around.replaced?.plan_id)
    : [];
  return {
    ...zone,
    land: none ? null : land.geom,
    land_m2: none ? 0 : land.area_m2,
    change: hasPlans && isDraft(plan) ? changeOf(zone, land) : null,
    steps: [
      ...(land.given ?? []).map((plan) => say('given', { ...plan, area: plan.area_m2, date: dateOf(plan.plan_id) })),
      ...(land.ruled ?? []).map((plan) => say('ruled', { ...plan, area: plan.area_m2, date: dateOf(plan.plan_id) })),
      none ? say('no-new-land') : say('new-land', { area: land.area_m2 }),
    ],
    remarks: [
      ...(densified ? [say('densified')] : []),
      ...foreseen.map((plan) => say('in-line', { ...plan, area: plan.area_m2, date: dateOf(plan.plan_id) })),
      ...(land.clashes ?? []).map((clash) => say('clash', { ...clash, area: clash.area_m2 })),
    ],
  };
}

/** Present land (status 1) that no earlier plan gives is new only where it is unbuilt. */
async function withoutBuiltLand(
  zones: JudgedZone[],
  given: Given,
): Promise<{ judged: JudgedZone[]; unknown: JudgedZone[] }> {
  const present = zones.filter(({ land, status }) => land !== null && status === 1);
  if (present.length === 0) return { judged: zones, unknown: [] };
  const inQuestion = new Set(present);
  if (isAbsent(given.constraints, 'building')) {
    const why = say('no-building-layer');
    return { judged: zones.map((zone) => (inQuestion.has(zone) ? unbuiltPart(zone, why) : zone)), unknown: [] };
  }
  const unbuilt = await zoneByZone(present, (batch) => unbuiltLand(batch, given), given.signal);
  const why = say('built', { distance: given.parameters.built_m });
  const unknown = new Set(present.filter(({ index }) => !unbuilt.has(index)));
  const judged = zones
    .filter((zone) => !unknown.has(zone))
    .map((zone) => (inQuestion.has(zone) ? unbuiltPart(zone, why, unbuilt.get(zone.index)) : zone));
  return { judged, unknown: [...unknown] };
}

/** A zone with status present, judged for what of it is open; without any it has no land to judge. */
function unbuiltPart(zone: JudgedZone, why: Message, found?: Unbuilt): JudgedZone {
  const open = found?.geom ? found : undefined;
  return {
    ...zone,
    land: open?.geom ?? null,
    land_m2: open?.area_m2 ?? 0,
    steps: [...zone.steps, why, open ? say('new-land', { area: open.area_m2 }) : say('no-new-land')],
    remarks: [...zone.remarks, open ? say('present-unbuilt', { area: open.area_m2 }) : why],
  };
}

interface Unbuilt {
  zone: number;
  /** null where all of it is built */
  geom: Buffer | null;
  area_m2: number;
}

async function unbuiltLand(zones: readonly JudgedZone[], { session, constraints, parameters, built }: Given) {
  const lands = zones.flatMap(({ land }) => land ?? []);
  const rows = await session.rows<Unbuilt>(statement('conflicts/unbuilt-land'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    buildings: datasetIds(constraints, 'building'),
    built: await built.under(lands),
    unbuilt_area_m2: parameters.unbuilt_area_m2,
  });
  return everyZone(rows, zones);
}

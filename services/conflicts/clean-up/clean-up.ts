import type { Geometry } from 'geojson';
import type { Database } from '../../database/database.ts';
import { isGeometryFailure } from '../../database/geometry-failure.ts';
import { statement } from '../../database/statement.ts';
import { withBuiltLand } from '../measurement/built-land.ts';
import { readConstraints, datasetIds, isAbsent, type Constraints } from '../measurement/constraints.ts';
import { carryOut, onFirmGround, type Check } from '../check.ts';
import { coverageShares } from '../measurement/coverage.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import { wouldConflict } from '../judgement/judge.ts';
import { commonParameters, type CommonParameters } from '../judgement/parameter.ts';
import { isInForce } from '../plan/plans-in-force.ts';
import { planAsLoaded } from '../sweep/plan-as-loaded.ts';
import { readRegister, type RegisteredPlan } from '../sweep/register.ts';
import type { JudgedZone } from '../plan/zone.ts';
import { reasonsFor, yearsBetween, type RankingParameters, type Reason } from './points.ts';

/** What is asked: which plans, and what counts how much. */
interface Asked {
  /** Number of the municipality that zones lie in; null: all. */
  municipality: string | null;
  /** ISO day that ages are counted to. */
  date: string;
  weights: RankingParameters;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/** An unbuilt zone of a plan in force. */
export interface RankedZone {
  plan: RegisteredPlan;
  zone: JudgedZone;
  /** Ellipsoidal m²; null where nobody looked for buildings. */
  unbuilt_m2: number | null;
  /** Ids of rules. */
  conflicts: string[];
  reviews: string[];
  not_assessed: string[];
  reasons: Reason[];
  points: number;
  geometry: Geometry | null;
}

/** The unbuilt zones of plans in force, those with most reasons to be looked at again first. */
export interface CleanUp {
  zones: RankedZone[];
  plans: number;
  /** Plans of which the layers hold no zones. */
  without_zones: string[];
  /** Plans whose land could not be overlaid. */
  failed: string[];
  /** False: nobody looked for buildings; zones with status future stand for the unbuilt ones. */
  buildings: boolean;
  editions: Constraints['editions'];
}

/**
 * Rank the unbuilt building zones of plans in force (§6.2.4 tiltak 5) by reasons that each count a stated number of points:
 * what they run into, the age and the law of the plan, the distance to centre and hub.
 * @throws GroundGone, and the signal's reason
 */
export async function cleanUp(database: Database, asked: Asked): Promise<CleanUp> {
  const { municipality, signal, onProgress } = asked;
  const layers = ['plan', 'zoning', 'zoning-consideration', 'building', 'holiday-home', 'dwelling', 'municipality'];
  const constraints = await readConstraints(database, [...layers, 'centre-zone', 'transit-hub']);
  const there = municipality === null ? null : await plansIn(database, constraints, municipality);
  const isAsked = (plan: RegisteredPlan) => isInForce(plan) && (there?.has(plan.plan_id) ?? true);
  const plans = (await readRegister(database, constraints)).filter(isAsked);
  const buildings = !isAbsent(constraints, 'building');
  const without: string[] = [];
  const failed: string[] = [];
  const zones: RankedZone[] = [];
  for (const [number, facts] of plans.entries()) {
    signal?.throwIfAborted();
    onProgress?.(number / plans.length, facts.plan_id);
    const plan = await planAsLoaded(database, facts);
    if (plan.zoning.length === 0) {
      without.push(facts.plan_id);
      continue;
    }
    try {
      const request = { plan, ofAnySize: true } as const;
      const check = await onFirmGround(database, request, (prepared) => carryOut(database, prepared, signal));
      zones.push(...(await unbuiltZones(database, { constraints, buildings, check, facts, asked })));
    } catch (error) {
      if (!isGeometryFailure(error)) throw error;
      failed.push(facts.plan_id);
    }
  }
  const ranked = zones.sort(
    (a, b) => b.points - a.points || (b.unbuilt_m2 ?? b.zone.area_m2) - (a.unbuilt_m2 ?? a.zone.area_m2),
  );
  return {
    zones: ranked,
    plans: plans.length,
    without_zones: without,
    failed,
    buildings,
    editions: constraints.editions,
  };
}

/** Ids of the plans with land in a municipality. */
async function plansIn(database: Database, constraints: Constraints, municipality: string): Promise<Set<string>> {
  const rows = await database.rows<{ plan_id: string }>(statement('clean-up/plans-in-municipality'), {
    plans: datasetIds(constraints, 'plan'),
    municipalities: datasetIds(constraints, 'municipality'),
    municipality,
    noise_m: commonParameters.touching_m.default,
  });
  return new Set(rows.map(({ plan_id }) => plan_id));
}

interface Of {
  constraints: Constraints;
  buildings: boolean;
  check: Check;
  facts: RegisteredPlan;
  asked: Asked;
}

async function unbuiltZones(database: Database, { constraints, buildings, check, facts, asked }: Of) {
  const { weights, date, municipality } = asked;
  const building = check.zones.filter(
    (zone) =>
      zone.level === 2 &&
      zone.purpose.allowsBuilding === true &&
      (municipality === null || zone.municipality === municipality),
  );
  const unbuilt = buildings ? await unbuiltAreas(database, constraints, check, building) : null;
  // Where nobody looked for buildings only the plan says what is unbuilt.
  const zones = building.filter((zone) => {
    const area = unbuilt?.get(zone.index);
    return area === undefined ? zone.status === 2 : area >= weights.unbuilt_share * zone.area_m2;
  });
  const indexes = zones.map(({ index }) => index);
  type Distances = { zone: number; centre_m: number | null; hub_m: number | null };
  const distances = everyAnswer(
    await database.rows<Distances>(statement('clean-up/distances'), {
      zones: indexes,
      geoms: zones.map(({ geom }) => geom),
      centres: datasetIds(constraints, 'centre-zone'),
      hubs: datasetIds(constraints, 'transit-hub'),
    }),
    ({ zone }) => zone,
    indexes,
  );
  const drawn = everyAnswer(
    await database.rows<{ number: number; geometry: Geometry }>(statement('conflicts/shown'), {
      numbers: indexes,
      geoms: zones.map(({ geom }) => geom),
    }),
    ({ number }) => number,
    indexes,
  );
  return zones.map((zone): RankedZone => {
    const findings = check.findings.filter((finding) => finding.zone?.index === zone.index);
    const isConflict = ({ remarks }: Check['findings'][number]) => remarks.some(({ code }) => code === wouldConflict);
    const conflicts = findings.filter((each) => each.verdict === 'conflict' || isConflict(each));
    const reviews = findings.filter((each) => each.verdict === 'review' && !isConflict(each));
    const { centre_m = null, hub_m = null } = distances.get(zone.index) ?? {};
    const reasons = reasonsFor(
      {
        conflicts: conflicts.map(({ rule }) => rule.title),
        reviews: reviews.map(({ rule }) => rule.title),
        age_years: facts.in_force === null ? null : yearsBetween(facts.in_force, date),
        law: facts.law,
        ...{ centre_m, hub_m },
      },
      weights,
    );
    const ids = (of: typeof findings) => of.map(({ rule }) => rule.id);
    return {
      ...{ plan: facts, zone, unbuilt_m2: unbuilt?.get(zone.index) ?? null },
      ...{ conflicts: ids(conflicts), reviews: ids(reviews), reasons },
      not_assessed: ids(findings.filter(({ verdict }) => verdict === 'not-assessed' || verdict === 'failed')),
      points: reasons.reduce((sum, { points }) => sum + points, 0),
      geometry: drawn.get(zone.index)?.geometry ?? null,
    };
  });
}

/** Ellipsoidal m² of each zone that no building stands on or near; none for a zone where nobody looked for buildings. */
async function unbuiltAreas(
  database: Database,
  constraints: Constraints,
  { parameters }: Check,
  all: readonly JudgedZone[],
): Promise<Map<number, number>> {
  const common = parameters.get('') as CommonParameters;
  const lookedAt = await coverageShares(
    { session: database, parameters: common, zones: all.map((zone) => ({ ...zone, land: zone.geom })) },
    datasetIds(constraints, 'building'),
  );
  const zones = all.filter(({ index }) => lookedAt.get(index)?.whole);
  const indexes = zones.map(({ index }) => index);
  const geoms = zones.map(({ geom }) => geom);
  const rows = await withBuiltLand(database, constraints, common, async (built) =>
    database.rows<{ zone: number; area_m2: number }>(statement('conflicts/unbuilt-land'), {
      ...{ zones: indexes, geoms },
      buildings: datasetIds(constraints, 'building'),
      built: await built.under(geoms),
      unbuilt_area_m2: common.unbuilt_area_m2,
    }),
  );
  return new Map([...everyAnswer(rows, ({ zone }) => zone, indexes)].map(([zone, { area_m2 }]) => [zone, area_m2]));
}

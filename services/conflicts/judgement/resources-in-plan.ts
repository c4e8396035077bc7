import { statement } from '../../database/statement.ts';
import { datasetIds, isAbsent, type Constraints } from '../measurement/constraints.ts';
import { coverageShares, type Covered } from '../measurement/coverage.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import { featuresNear, type ConstraintFeature } from '../measurement/features-near.ts';
import type { FindingSubject } from './finding.ts';
import type { Measuring } from '../measurement/measure.ts';
import { say } from './message.ts';
import type { InPlan, Securing, SecuringRule } from './securing-rule.ts';
import type { JudgedZone } from '../plan/zone.ts';

/** A resource as sql/conflicts/resources-in-plan.sql measures it. */
export interface ResourceInPlan {
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

/** A plan, and what is measured with. */
interface Looking {
  plan: FindingSubject;
  measuring: Measuring;
}

/** A resource that the rule is about, and what secures it. */
export interface Wanted {
  index: number;
  resource: ConstraintFeature;
  securing: Securing;
}

/** Resources near the plan that the rule is about. */
export async function resourcesFor(rule: SecuringRule, { plan, measuring }: Looking): Promise<Wanted[]> {
  const features = await featuresNear({ ...measuring, zones: [plan] }, rule.layers, 0);
  return features
    .flatMap((resource) => {
      const securing = rule.securing(resource);
      return securing ? [{ resource, securing }] : [];
    })
    .map((each, index) => ({ index, ...each }));
}

/** What the plan makes of resources: one entry per resource, by its index. @throws OverlayFailed */
export async function resourcesInPlan(
  rule: SecuringRule,
  wanted: readonly Wanted[],
  { plan, measuring }: Looking,
): Promise<Map<number, ResourceInPlan>> {
  const { session, constraints, considerations, municipalities, parameters, built } = measuring;
  const zones = measuring.zones.filter(({ level }) => level === 2);
  const codes = wanted.flatMap(({ index: of, securing: { by, weaklyBy } }) => [
    ...by.map((code) => ({ of, code, strong: true })),
    ...weaklyBy.map((code) => ({ of, code, strong: false })),
  ]);
  const rows = await session.rows<ResourceInPlan>(statement('conflicts/resources-in-plan'), {
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
export const isPresumedBuilt = ({ status, purpose }: JudgedZone, constraints: Constraints): boolean =>
  status === 1 && purpose.allowsBuilding === true && isAbsent(constraints, 'building');

/** How much of each resource its layer looked at. */
export async function coverageOfEach(
  { layers }: SecuringRule,
  rows: readonly ResourceInPlan[],
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

/** What a rule is told of a resource. */
export function factsOf(
  row: ResourceInPlan,
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

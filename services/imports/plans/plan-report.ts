import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { folded } from '../folded.ts';
import { isMissing, propertiesOf } from '../properties.ts';
import type { Fault, Reason } from '../reasons.ts';
import type { Warning } from '../report.ts';
import type { SourceFeature } from '../source-feature.ts';
import { defect, severities, type Defect, type DefectCode, type Place, type ZoneRef } from './defect.ts';
import { drawPlan, type PlanDrawing } from './draw-plan.ts';
import { judgeFacts } from './judge-facts.ts';
import { judgeTopology, toleranceM2 } from './judge-topology.ts';
import {
  judgeConsiderations,
  judgeZones,
  refOfConsideration,
  refOfZone,
  type ConsiderationRow,
  type ZoneRow,
} from './judge-zones.ts';
import type { LoadedPlan } from './load-plan.ts';
import { featuresOfPlan, type PlanFacts } from './plan-facts.ts';
import { planLayers, type PlanFile, type PlanLayer, type PlanSource } from './plan-source.ts';

/** What became of a plan's files, and what a plan register would complain about: codes and values, no words. */
export interface PlanReport {
  facts: PlanFacts;
  files: readonly PlanFile[];
  /** EPSG number of the source. */
  crs: number;
  outlineGiven: boolean;
  layers: { layer: PlanLayer; read: number; loaded: number; repaired: number; rejected: number }[];
  /** Gaps and overlaps up to this size are left out, m². */
  toleranceM2: number;
  /** In the order of their codes in {@link severities}. */
  defects: Defect[];
  /** How many more there are of a code than are listed. */
  more: Partial<Record<DefectCode, number>>;
  warnings: readonly Warning[];
  /** Features that are no part of a plan's land use, by object type. */
  leftOut: PlanSource['leftOut'];
  drawing: PlanDrawing | null;
}

/** So many of one kind are listed; the others are counted. */
const listLimit = 200;

interface RejectedRow {
  layer: PlanLayer;
  index: number;
  source_id: string | null;
  reason: Reason;
  values: Record<string, unknown>;
  object_type: string | null;
  place: Place | null;
}

interface RepairedRow {
  layer: PlanLayer;
  fid: number;
  source_id: string | null;
  stable: boolean;
  name: string | null;
  index: number;
  fault: Fault;
  area_before_m2: number | null;
  area_after_m2: number | null;
  place: Place | null;
}

/** Judge a plan that was loaded as a plan register would. Nothing is written. */
export async function reportOnPlan(
  database: Database,
  catalogue: Catalogue,
  source: PlanSource,
  facts: PlanFacts,
  { datasets, reports, outlineGiven }: LoadedPlan,
): Promise<PlanReport> {
  const srid = source.crs;
  const { plan, zoning, 'zoning-consideration': considerations } = datasets;
  const zones = await database.rows<ZoneRow>(statement('plans/zones'), { zoning, srid });
  const considered = await database.rows<ConsiderationRow>(statement('plans/considerations'), { considerations, srid });
  const refs = new Map<number, ZoneRef>([
    ...zones.map((zone) => [zone.fid, refOfZone(zone)] as const),
    ...considered.map((zone) => [zone.fid, refOfConsideration(zone)] as const),
  ]);
  const zoneOf = (fid: number) => refs.get(fid) ?? null;
  const all = { datasets: [plan, zoning, considerations], srid };
  const rejected = await database.rows<RejectedRow>(statement('plans/rejected'), all);
  const repaired = await database.rows<RepairedRow>(statement('plans/repaired'), all);
  const features = facts.plan_id === null ? source.features : featuresOfPlan(source, catalogue, facts.plan_id);
  const found = [
    ...judgeFacts(facts),
    ...(outlineGiven ? [] : [defect('no-outline', { zones: zones.length }, { layer: 'plan' })]),
    ...unreadableOutlines(features.plan),
    ...(reports.zoning.read === 0 ? [defect('no-zones', {})] : []),
    ...judgeZones(zones, facts),
    ...judgeConsiderations(considered),
    ...rejected.flatMap((row) => rejectedDefect(row, outlineGiven)),
    ...repaired.map((row) => repairedDefect(row, zoneOf)),
    ...unknownValues(reports),
    ...withoutLevel(features.zoning, catalogue.get('zoning')),
    ...(await judgeTopology(database, { datasets, outlineGiven, srid, zoneOf })),
  ];
  return {
    facts,
    files: source.files,
    crs: srid,
    outlineGiven,
    layers: planLayers.map((layer) => {
      const { read, loaded, repaired, rejected } = reports[layer];
      return { layer, read, loaded, repaired, rejected };
    }),
    toleranceM2,
    ...limited(found),
    // What is said about the outline is a defect already.
    warnings: uniqueOf(planLayers.flatMap((layer) => reports[layer].warnings)).filter(
      ({ warning }) => warning !== 'outline-from-zones' && warning !== 'nothing-loaded',
    ),
    leftOut: source.leftOut,
    drawing: await drawPlan(database, datasets),
  };
}

/** An outline that nobody gave is missed, not rejected. */
function rejectedDefect(row: RejectedRow, outlineGiven: boolean): Defect[] {
  const { layer, index, source_id, reason, values, object_type, place } = row;
  if (layer === 'plan' && !outlineGiven) return [];
  const zone = { id: source_id, name: null, object_type, code: null };
  return [defect('rejected', { reason, values }, { layer, zone, index, place })];
}

/** Outlines are joined before they are loaded: one that cannot be read does not come that far. */
const unreadableOutlines = (outlines: readonly SourceFeature[]): Defect[] =>
  outlines.flatMap(({ index, id, objectType, unreadable }) => {
    if (unreadable === undefined) return [];
    const zone = { id: id ?? null, name: null, object_type: objectType ?? null, code: null };
    return [defect('rejected', { reason: 'unreadable', values: { what: unreadable } }, { layer: 'plan', zone, index })];
  });

function repairedDefect(row: RepairedRow, zoneOf: (fid: number) => ZoneRef | null): Defect {
  const { layer, fid, source_id, stable, name, index, fault, place } = row;
  const zone = zoneOf(fid) ?? { id: stable ? source_id : null, name, object_type: null, code: null };
  const values = { fault, before_m2: row.area_before_m2, after_m2: row.area_after_m2 };
  return defect('repaired', values, { layer, zone, index, place });
}

/** Codes that no list has, where they are not judged zone by zone. */
const unknownValues = (reports: LoadedPlan['reports']): Defect[] =>
  planLayers.flatMap((layer) =>
    reports[layer].unknownCodes
      .filter(({ field }) => !['purpose', 'code', 'object_type', 'type'].includes(field))
      .map(({ field, value, count }) => defect('unknown-value', { field, value, count }, { layer })),
  );

/** Zones of which nobody says the level; they are taken to be on the ground. */
function withoutLevel(zones: readonly SourceFeature[], layer: Layer): Defect[] {
  const names = ['level', ...(layer.names?.['level'] ?? [])].map((name) => folded(name));
  const count = zones.filter(({ properties }) => {
    const given = propertiesOf(properties);
    return names.every((name) => isMissing(given.get(name)?.value));
  }).length;
  return count === 0 ? [] : [defect('no-level', { count, of: zones.length }, { layer: 'zoning' })];
}

const order = Object.keys(severities);

function limited(found: readonly Defect[]): Pick<PlanReport, 'defects' | 'more'> {
  const counts = new Map<DefectCode, number>();
  const defects = [...found]
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
    .filter(({ code }) => {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      return (counts.get(code) ?? 0) <= listLimit;
    });
  const beyond = [...counts].filter(([, count]) => count > listLimit);
  return { defects, more: Object.fromEntries(beyond.map(([code, count]) => [code, count - listLimit])) };
}

/** A file's warning stands in the report of each of its layers. */
const uniqueOf = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values(),
];

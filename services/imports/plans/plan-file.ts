import type { FeatureCollection, Geometry, MultiPolygon } from 'geojson';
import type { Catalogue } from '../../../layers/catalogue.ts';
import { mappingTo, type Mapped } from '../mapping.ts';
import type { Rejection } from '../reasons.ts';
import type { SourceFeature } from '../source-feature.ts';
import { featuresOfPlan, planFacts, type PlanFacts } from './plan-facts.ts';
import { readPlanFiles } from './plan-files.ts';
import { namesOf, readPlanSource, type PlanLayer, type PlanSource } from './plan-source.ts';

/** A plan as its file gives it, in the words of the layers; geometry as it came, in the CRS of the file. */
export interface DraftPlan {
  /** EPSG number of the geometries */
  crs: number;
  facts: PlanFacts;
  /** The outline with the facts as properties; its geometry is null when the file has none: then the zones are it. */
  plan: SourceFeature;
  /** Properties are the fields of layer `zoning`. */
  zoning: SourceFeature[];
  /** Properties are the fields of layer `zoning-consideration`. */
  considerations: SourceFeature[];
  problems: PlanProblem[];
  /** Features of the file that are no part of the plan's land use, by object type ('' where they have none). */
  leftOut: { objectType: string; count: number }[];
}

/** What a plan register would complain about. */
export type PlanProblem =
  | { problem: 'no-plan-id' }
  | { problem: 'no-outline' }
  | { problem: 'no-zones' }
  | { problem: 'no-object-type'; layer: PlanLayer; index: number; id: string }
  | { problem: 'unknown-code'; layer: PlanLayer; index: number; id: string; field: string; value: string }
  | { problem: 'fault'; layer: PlanLayer; index: number; id: string; fault: Rejection };

export interface PlanOptions {
  catalogue: Catalogue;
  crs?: number | undefined;
  format?: string | undefined;
  /** Facts that the file does not say, or says wrongly; `plan_id` chooses among several plans. */
  facts?: Partial<PlanFacts> | undefined;
  /** The name of the file, where the plan was read into memory from one. */
  fileName?: string | undefined;
}

/**
 * Read a plan from a file, several files of one plan, or a FeatureCollection. Nothing is dropped: a zone with a value that
 * does not fit keeps its place without that value, and the problem is listed.
 * @throws UnreadableFile, UnknownCrs, SeveralPlans, PlansDiffer
 */
export async function readPlan(
  from: string | readonly string[] | FeatureCollection,
  options: PlanOptions,
): Promise<DraftPlan> {
  const { catalogue, facts } = options;
  const source = isCollection(from)
    ? await readPlanSource(from, catalogue, options)
    : await readPlanFiles(typeof from === 'string' ? [from] : from, catalogue, {
        ...options,
        planId: facts?.plan_id ?? undefined,
      });
  return planOf(source, { ...options, fileName: options.fileName ?? namesOf(source) });
}

const isCollection = (from: string | readonly string[] | FeatureCollection): from is FeatureCollection =>
  typeof from === 'object' && !Array.isArray(from);

/** The plan that a source holds. @throws SeveralPlans */
export function planOf(source: PlanSource, { catalogue, facts: given = {}, fileName }: PlanOptions): DraftPlan {
  const facts = planFacts(source, catalogue, given, fileName);
  const features = facts.plan_id === null ? source.features : featuresOfPlan(source, catalogue, facts.plan_id);
  const problems: PlanProblem[] = [];
  const canonical = (layer: PlanLayer) => features[layer].map(canonicalIn(layer, catalogue, facts, problems));
  const outline = outlineOf(features.plan);
  const zoning = canonical('zoning');
  const considerations = canonical('zoning-consideration');
  if (facts.plan_id === null) problems.push({ problem: 'no-plan-id' });
  if (!outline) problems.push({ problem: 'no-outline' });
  if (zoning.length === 0) problems.push({ problem: 'no-zones' });
  const { crs, leftOut } = source;
  const plan: SourceFeature = {
    index: features.plan[0]?.index ?? 0,
    id: facts.plan_id ?? '',
    properties: { ...facts },
    geometry: outline,
  };
  return { crs, facts, plan, zoning, considerations, problems, leftOut };
}

function canonicalIn(layer: PlanLayer, catalogue: Catalogue, facts: PlanFacts, problems: PlanProblem[]) {
  let faults: Rejection[] = [];
  const mapping = mappingTo(catalogue.get(layer), { onFault: (fault) => faults.push(fault) });
  return (feature: SourceFeature): SourceFeature => {
    faults = [];
    const { values, accuracyM, sourceId, unknown }: Mapped = mapping(feature);
    const id = sourceId ?? String(feature.index);
    const where = { layer, index: feature.index, id };
    problems.push(...faults.map((fault) => ({ problem: 'fault' as const, ...where, fault })));
    problems.push(...unknown.map((code) => ({ problem: 'unknown-code' as const, ...where, ...code })));
    if (layer === 'zoning' && values['object_type'] === null) problems.push({ problem: 'no-object-type', ...where });
    const properties = { ...values, plan_id: facts.plan_id ?? values['plan_id'], accuracy_m: accuracyM };
    return { ...feature, id, properties };
  };
}

/** The outline of a plan; its parts on several levels are put together. */
export function outlineOf(plans: readonly SourceFeature[]): Geometry | null {
  const [first, ...others] = plans.map(({ geometry }) => geometry).filter((geometry) => geometry !== null);
  if (!first || others.length === 0) return first ?? null;
  const polygons = [first, ...others].flatMap((geometry): MultiPolygon['coordinates'] => {
    if (geometry.type === 'Polygon') return [geometry.coordinates];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  });
  return { type: 'MultiPolygon', coordinates: polygons };
}

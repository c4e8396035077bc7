import { basename } from 'node:path';
import type { Geometry } from 'geojson';
import { Explained } from '../../../layers/declaration/explained.ts';
import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { isUnchanged, settingsOf, type ImportOptions, type ImportResult } from '../import-options.ts';
import { loadDataset } from '../load.ts';
import { publish, type Change } from '../publish.ts';
import type { ImportReport, Warning } from '../report.ts';
import type { SourceFeature } from '../source-feature.ts';
import { fromWkb } from '../wkb-reader.ts';
import { featuresOfPlan, planFacts, type PlanFacts } from './plan-facts.ts';
import { outlineOf } from './plan-file.ts';
import { planLayers, readPlanSource, type PlanLayer, type PlanSource } from './plan-source.ts';

/** Plan statuses of a plan that is in force. */
const inForce = new Set([3, 6, 7]);

/** Plan statuses of a proposal: nobody has adopted it. */
const proposed = new Set([0, 1, 2]);

/** A draft may not take the place of a plan in force. */
export class PlanIsDraft extends Explained {
  constructor(plan: string) {
    super({
      nb: `Planen ${plan} er et forslag og kan ikke ta plassen til en plan i kraft. Sjekk den: grunnriss check FIL.`,
      en: `Plan ${plan} is a draft and cannot take the place of a plan in force. Check it: grunnriss check FILE.`,
    });
  }
}

/** A plan cannot be imported under no name. */
export class NoPlanId extends Explained {
  constructor() {
    super({
      nb: 'Filen sier ikke hvilken plan den er. Oppgi kommunenummer og plan-id: --part 3330_2021005.',
      en: 'The file does not say which plan it is. Name it by municipality number and plan id: --part 3330_2021005.',
    });
  }
}

/**
 * Import a plan: one dataset in each of `plan`, `zoning` and `zoning-consideration`, part = plan id, published together.
 * A plan in force takes the place of the one it names as predecessor. Where the file has no outline, the land of the
 * zones is the outline.
 * @throws NoPlanId, PlanIsDraft, SeveralPlans, UnreadableFile, UnknownCrs
 */
export async function importPlan(
  database: Database,
  catalogue: Catalogue,
  options: ImportOptions,
): Promise<ImportResult> {
  const source = await readPlanSource(options.path, catalogue, options);
  const given = { ...options.plan, ...(options.part !== undefined && { plan_id: options.part }) };
  const facts = planFacts(source, catalogue, given, options.path);
  const part = facts.plan_id;
  if (part === null) throw new NoPlanId();
  if (facts.plan_status !== null && proposed.has(facts.plan_status)) throw new PlanIsDraft(part);
  const features = featuresOfPlan(source, catalogue, part);
  const sha256 = source.sha256 ?? '';
  const { leftOut } = source;
  if (!options.again && (await isUnchanged(database, { layer: 'plan', part, sha256 }, options)))
    return { outcome: 'unchanged', reports: [], datasets: [], editions: new Map(), leftOut };

  const load = (layer: PlanLayer, list: SourceFeature[], crs: number, warnings: Warning[] = []) =>
    loadDataset(database, catalogue, {
      warnings,
      ...{ layer, part, features: list, crs, count: list.length },
      map: ofLayer(catalogue.get(layer), options.map),
      set: { ...ofLayer(catalogue.get(layer), options.set), plan_id: part },
      ...{ onProgress: options.onProgress, signal: options.signal },
      provenance: {
        title: facts.name ?? undefined,
        ...options.provenance,
        sourceFile: basename(options.path),
        sha256,
      },
      settings: settingsOf(options),
    });
  const zoning = await load('zoning', features.zoning, source.crs);
  const considerations = await load('zoning-consideration', features['zoning-consideration'], source.crs);
  const outline = await outlineFor(database, features, source, zoning.datasetId);
  const made: Warning[] = outline.made ? [{ warning: 'outline-from-zones', zones: zoning.report.loaded }] : [];
  const warnings = [...source.warnings, ...made];
  const plan = await load('plan', [planFeature(features.plan, facts, part, outline.geometry)], outline.crs, warnings);

  const loaded = { plan, zoning, 'zoning-consideration': considerations };
  const reports: ImportReport[] = planLayers.map((layer) => loaded[layer].report);
  const datasets = planLayers.map((layer) => loaded[layer].datasetId);
  const nothing = { reports, datasets, editions: new Map<string, number>(), leftOut };
  // An outline without any of its zones would empty the plan that is there.
  const lost =
    plan.report.loaded === 0 || [zoning, considerations].some(({ report }) => report.read > 0 && report.loaded === 0);
  if (lost) return { outcome: 'nothing-loaded', ...nothing };
  const note = `import ${basename(options.path)}`;
  const remove = { parts: replacedBy(part, facts) };
  const changes = planLayers.map((layer): Change => ({ layer, add: [loaded[layer].datasetId], remove, note }));
  return { outcome: 'published', ...nothing, editions: await publish(database, catalogue, changes) };
}

/** Of what the user said for the fields of a plan, what one of its layers has. */
const ofLayer = <Value>(layer: Layer, said: Record<string, Value> = {}): Record<string, Value> =>
  Object.fromEntries(Object.entries(said).filter(([field]) => field in layer.fields));

/** The outline that the file gives, else the land of the zones that were loaded. */
async function outlineFor(
  database: Database,
  features: PlanSource['features'],
  source: PlanSource,
  zoningDataset: number,
): Promise<{ geometry: Geometry | null; crs: number; made: boolean }> {
  const given = outlineOf(features.plan);
  if (given) return { geometry: given, crs: source.crs, made: false };
  const { land } = await database.row<{ land: Buffer | null }>(statement('imports/union-of-zones'), {
    dataset: zoningDataset,
  });
  const { srid } = await database.row<{ srid: number }>(statement('database/analysis-srid'));
  return { geometry: land && fromWkb(land), crs: srid, made: land !== null };
}

function planFeature(
  outlines: SourceFeature[],
  facts: PlanFacts,
  id: string,
  geometry: Geometry | null,
): SourceFeature {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const [outline] = outlines;
  return {
    index: outline?.index ?? 0,
    id,
    ...(outline?.objectType !== undefined && { objectType: outline.objectType }),
    properties: { ...outline?.properties, ...known },
    geometry,
  };
}

/** Plans that a plan takes the place of: its own earlier version, and its predecessor once it is in force. */
function replacedBy(part: string, { predecessor, plan_status: status }: PlanFacts): string[] {
  const replaces = predecessor !== null && status !== null && inForce.has(status);
  return replaces ? [part, predecessor] : [part];
}

import type { Geometry } from 'geojson';
import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { loadDataset, type LoadOptions } from '../load.ts';
import type { ImportReport, Warning } from '../report.ts';
import type { SourceFeature } from '../source-feature.ts';
import { removeDataset } from '../sweep.ts';
import { fromWkb } from '../wkb-reader.ts';
import { featuresOfPlan, type PlanFacts } from './plan-facts.ts';
import { outlineOf } from './plan-file.ts';
import { planLayers, type PlanLayer, type PlanSource } from './plan-source.ts';

/** A plan in the database: one complete dataset in each of its layers, in no edition yet. */
export interface LoadedPlan {
  datasets: Record<PlanLayer, number>;
  reports: Record<PlanLayer, ImportReport>;
  /** The files have an outline; else the land of the zones stands in for it. */
  outlineGiven: boolean;
}

type LoadPlanOptions = Pick<
  LoadOptions,
  'part' | 'map' | 'set' | 'onProgress' | 'signal' | 'provenance' | 'settings' | 'cutWhenPublished'
>;

/**
 * Load a plan as a dataset in each of `plan`, `zoning` and `zoning-consideration`. Where the files have no outline, the
 * land of the zones is it.
 * @throws what loadDataset throws; nothing is left then
 */
export async function loadPlan(
  database: Database,
  catalogue: Catalogue,
  source: PlanSource,
  facts: PlanFacts,
  options: LoadPlanOptions,
): Promise<LoadedPlan> {
  const id = facts.plan_id;
  const features = id === null ? source.features : featuresOfPlan(source, catalogue, id);
  const datasets: Partial<Record<PlanLayer, number>> = {};
  const load = async (layer: PlanLayer, list: SourceFeature[], crs: number, warnings: Warning[] = []) => {
    const loaded = await loadDataset(database, catalogue, {
      ...options,
      ...{ layer, warnings, features: list, crs, count: list.length },
      map: ofLayer(catalogue.get(layer), options.map),
      set: { ...ofLayer(catalogue.get(layer), options.set), ...(id !== null && { plan_id: id }) },
      provenance: { title: facts.name ?? undefined, ...options.provenance },
    });
    datasets[layer] = loaded.datasetId;
    return loaded;
  };
  try {
    const zoning = await load('zoning', features.zoning, source.crs);
    const considerations = await load('zoning-consideration', features['zoning-consideration'], source.crs);
    const outline = await outlineFor(database, features, source, zoning.datasetId);
    const made: Warning[] = outline.made ? [{ warning: 'outline-from-zones', zones: zoning.report.loaded }] : [];
    const warnings = [...source.warnings, ...made];
    const plan = await load('plan', [planFeature(features.plan, facts, outline.geometry)], outline.crs, warnings);
    const loaded = { plan, zoning, 'zoning-consideration': considerations };
    return {
      datasets: byLayer((layer) => loaded[layer].datasetId),
      reports: byLayer((layer) => loaded[layer].report),
      outlineGiven: outline.given,
    };
  } catch (error) {
    await removeDatasets(database, catalogue, datasets);
    throw error;
  }
}

/**
 * Remove the datasets of a plan that is in no edition.
 * @param forget a part that is gone for good: its features' numbers go, too
 */
export async function removeDatasets(
  database: Database,
  catalogue: Catalogue,
  datasets: Partial<Record<PlanLayer, number>>,
  forget?: string,
): Promise<void> {
  for (const [layer, id] of Object.entries(datasets))
    await database.transaction(async (session) => {
      await removeDataset(session, catalogue, id, layer);
      if (forget !== undefined) await session.rows(statement('plans/forget-numbers'), { layer, part: forget });
    });
}

const byLayer = <Value>(of: (layer: PlanLayer) => Value): Record<PlanLayer, Value> =>
  Object.fromEntries(planLayers.map((layer) => [layer, of(layer)])) as Record<PlanLayer, Value>;

/** Of what the user said for the fields of a plan, what one of its layers has. */
const ofLayer = <Value>(layer: Layer, said: Record<string, Value> = {}): Record<string, Value> =>
  Object.fromEntries(Object.entries(said).filter(([field]) => field in layer.fields));

/** The outline that the files give, else the land of the zones that were loaded. */
async function outlineFor(
  database: Database,
  features: PlanSource['features'],
  source: PlanSource,
  zoningDataset: number,
): Promise<{ geometry: Geometry | null; crs: number; given: boolean; made: boolean }> {
  const given = outlineOf(features.plan);
  if (given) return { geometry: given, crs: source.crs, given: true, made: false };
  const { land } = await database.row<{ land: Buffer | null }>(statement('imports/union-of-zones'), {
    dataset: zoningDataset,
  });
  const { srid } = await database.row<{ srid: number }>(statement('database/analysis-srid'));
  return { geometry: land && fromWkb(land), crs: srid, given: false, made: land !== null };
}

function planFeature(outlines: SourceFeature[], facts: PlanFacts, geometry: Geometry | null): SourceFeature {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const [outline] = outlines;
  return {
    index: outline?.index ?? 0,
    id: facts.plan_id ?? 'plan',
    ...(outline?.objectType !== undefined && { objectType: outline.objectType }),
    properties: { ...outline?.properties, ...known },
    geometry,
  };
}

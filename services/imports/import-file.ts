import { basename, extname } from 'node:path';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { chooseFor, type Choice } from './choice.ts';
import { isUnchanged, settingsOf, type ImportOptions, type ImportResult } from './import-options.ts';
import { loadDataset } from './load.ts';
import { layersIn, placeKey, planLayersIn } from './layers-in-file.ts';
import { ObjectTypes } from './object-type.ts';
import { importPlan } from './plans/import-plan.ts';
import { publish } from './publish.ts';
import { fingerprint, readFile, type FileSource } from './read-file.ts';
import { UnreadableFile } from './readers/unreadable.ts';
import type { ImportReport } from './report.ts';
import type { SourceFeature } from './source-feature.ts';

/**
 * Import a file and publish it: its datasets take the place of those of the same part. An unchanged file does nothing;
 * a file of which nothing could be loaded changes nothing. One that dies on the way can be run again.
 * @throws UnreadableFile, UnknownCrs, UnknownLayer, BadMapping, NoCoverage, SeveralPlans: nothing has changed then
 */
export async function importFile(
  database: Database,
  catalogue: Catalogue,
  options: ImportOptions,
): Promise<ImportResult> {
  if (options.layer !== undefined) catalogue.get(options.layer);
  if (options.alongside && options.alongside.length > 0) return importPlan(database, catalogue, options);
  const found = options.layer === undefined ? await layersIn(catalogue, options) : null;
  if (found && planLayersIn(found).length > 0) return importPlan(database, catalogue, options);
  const layers = found?.layers ?? [options.layer ?? ''];
  const sha256 = await fingerprint(options.path, options.format);
  const part = options.part ?? basename(options.path, extname(options.path));
  const same = await Promise.all(layers.map((layer) => isUnchanged(database, { layer, part, sha256 }, options)));
  const nothing = { reports: [], datasets: [], editions: new Map<string, number>(), leftOut: found?.leftOut ?? [] };
  if (!options.again && same.every(Boolean)) return { outcome: 'unchanged', ...nothing };
  const chosen = options.layer === undefined ? null : await chooseFor(options.layer, catalogue, options);
  const { choice, source } = chosen ?? { choice: 'of-the-layer' as const, source: null };
  const left = new Map(found?.leftOut.map(({ objectType, count }) => [objectType, count]));
  const misshapen = found?.misshapen ?? new Set<string>();
  const loaded: { layer: string; datasetId: number; report: ImportReport }[] = [];
  try {
    for (const layer of layers) {
      const of = { layer, part, choice, source, left, misshapen };
      loaded.push({ layer, ...(await loadLayer(database, catalogue, of, options)) });
    }
  } finally {
    await chosen?.close();
  }
  const leftOut = [...left].map(([objectType, count]) => ({ objectType, count }));
  const reports = loaded.map(({ report }) => report);
  const datasets = loaded.map(({ datasetId }) => datasetId);
  const full = loaded.filter(({ report }) => report.loaded > 0);
  if (full.length === 0) return { ...nothing, outcome: 'nothing-loaded', reports, datasets, leftOut };
  const note = `import ${basename(options.path)}`;
  const changes = full.map(({ layer, datasetId }) => ({ layer, add: [datasetId], note }));
  const editions = await publish(database, catalogue, changes);
  return { outcome: 'published', reports, datasets, editions, leftOut };
}

interface Part {
  layer: string;
  part: string;
  choice: Choice;
  /** The file, where it is open already. */
  source: FileSource | null;
  /** Features that are left out, by object type; where that is not known before, added to. */
  left: Map<string, number>;
  /** Features of the layer's types that are left out for their shape, by `placeKey`. */
  misshapen: ReadonlySet<string>;
}

async function loadLayer(
  database: Database,
  catalogue: Catalogue,
  of: Part,
  options: ImportOptions,
): Promise<{ datasetId: number; report: ImportReport }> {
  const { layer, part } = of;
  const source = of.source ?? (await readFile(options.path, options));
  if (!source.hasGeometry && !catalogue.get(layer).geometryOptional)
    throw new UnreadableFile('no-coordinates', { layer });
  const { map, set, coverage, onProgress, signal, provenance } = options;
  return loadDataset(database, catalogue, {
    ...{ layer, part, map, set, coverage, onProgress, signal },
    features: featuresFor(catalogue, of, source),
    crs: source.crs ?? 4326,
    count: source.count ?? undefined,
    warnings: source.warnings,
    provenance: { ...provenance, sourceFile: basename(options.path), sha256: source.sha256 },
    settings: settingsOf(options),
  });
}

async function* featuresFor(
  catalogue: Catalogue,
  { layer, choice, left, misshapen }: Part,
  source: FileSource,
): AsyncGenerator<SourceFeature> {
  const types = new ObjectTypes(catalogue);
  for await (const read of source.features) {
    const ofSeveral = source.collection === null && read.objectType !== undefined;
    const feature = ofSeveral ? { ...read, table: read.objectType } : read;
    const place = types.place(feature, source.collection);
    const { objectType, layers } = place;
    const isIts = layers.includes(layer) && objectType !== undefined && !misshapen.has(placeKey(place));
    if (isIts) yield { ...feature, objectType };
    else if (choice === 'all') yield feature;
    else if (choice === 'not-of-another') {
      if (objectType === undefined || feature.unreadable !== undefined) yield feature;
      else left.set(objectType, (left.get(objectType) ?? 0) + 1);
    }
  }
}

import type { Catalogue } from '../../layers/catalogue.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { setCoverage, type Coverage } from './dataset-coverage.ts';
import { crsOf, type Crs } from './crs.ts';
import { finishReport } from './finish-report.ts';
import { generalise } from './generalise.ts';
import { Loader, TakenOver } from './loader.ts';
import { mappingTo, type MappingOptions } from './mapping.ts';
import { buildPieces, currentDivision, DatasetGone } from './pieces.ts';
import type { ImportReport, Warning } from './report.ts';
import type { SourceFeature } from './source-feature.ts';
import { storableJson } from '../database/storable.ts';
import { removeDataset, sweepIncomplete } from './sweep.ts';

/** Where a dataset comes from. */
export interface Provenance {
  title?: string | undefined;
  sourceFile?: string | undefined;
  /** Of the source file. */
  sha256?: string | undefined;
  provider?: string | undefined;
  licence?: string | undefined;
  attribution?: string | undefined;
  /** ISO: 2024, 2024-05 or 2024-05-31 */
  dataDate?: string | undefined;
  /** Positional accuracy in metres */
  accuracyM?: number | undefined;
  /** Made up, not measured: said wherever it is shown. */
  example?: boolean | undefined;
  /** Of a result: the run that wrote it. */
  runKey?: string | undefined;
}

export interface LoadProgress {
  /** Layer id */
  layer: string;
  /** Features are read and stored; then they are cut into pieces and drawn for tiles. */
  phase: 'read' | 'prepare';
  /** Features read so far. */
  read: number;
  /** Features in the source, where that is known. */
  count: number | null;
  /** How far the phase is, 0–1; null where its end is not known. */
  share: number | null;
}

export interface LoadOptions extends MappingOptions {
  /** Layer id */
  layer: string;
  /** What this dataset is a part of: a plan id, a file. A newer dataset of the same part takes its place. */
  part: string;
  features: Iterable<SourceFeature> | AsyncIterable<SourceFeature>;
  /** EPSG number of the features and of `coverage` */
  crs: number;
  /** Number of features, where it is known before. */
  count?: number | undefined;
  /** Where the source has looked; without it, coverage is unknown. */
  coverage?: Coverage | null | undefined;
  provenance?: Provenance | undefined;
  /**
   * Leave the pieces to `publish`: for datasets that become current together with new municipalities, by which they
   * will be cut, so that they are not cut twice.
   */
  cutWhenPublished?: boolean | undefined;
  /** What the user said about how to read the source; kept, so that the same again is known as the same. */
  settings?: Record<string, unknown> | undefined;
  /** What the user should look at, known before the load; for the report. */
  warnings?: readonly Warning[] | undefined;
  onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Stops the load, which then leaves nothing. */
  signal?: AbortSignal | undefined;
}

/** While statements run long (cutting, drawing), say this often that the load is alive. */
const aliveEveryMs = 30_000;

/**
 * Load features as a new dataset of a layer: rows, numbers, what was mended and what was rejected, pieces for
 * overlays, geometry for tiles. It is complete but in no edition: nobody sees it until it is published.
 * A process that dies on the way leaves rows that nobody sees and that the next load removes.
 * @returns the dataset's id and what became of the features; read = loaded + rejected
 * @throws BadMapping, UnknownCrs, TakenOver, what the source throws, and the signal's reason; nothing is left then
 */
export async function loadDataset(
  database: Database,
  catalogue: Catalogue,
  options: LoadOptions,
): Promise<{ datasetId: number; report: ImportReport }> {
  const layer = catalogue.get(options.layer);
  const crs = crsOf(options.crs);
  const mapping = mappingTo(layer, options);
  await sweepIncomplete(database, catalogue, {
    ...{ layer: layer.id, part: options.part, runKey: options.provenance?.runKey },
  });
  const dataset = await begin(database, layer, crs, options);
  const keepAlive = () => void database.rows(statement('imports/keep-alive'), { dataset }).catch(() => {});
  const alive = setInterval(keepAlive, aliveEveryMs).unref();
  try {
    const loader = new Loader(database, { layer, part: options.part, dataset, crs, mapping });
    const tell = (phase: LoadProgress['phase'], share: number | null) => {
      const { count = null, onProgress } = options;
      onProgress?.({ layer: layer.id, phase, read: loader.tally.read, count, share });
    };
    for await (const feature of options.features)
      if (loader.add(feature)) {
        await loader.flush();
        options.signal?.throwIfAborted();
        tell('read', options.count ? Math.min(1, loader.tally.read / options.count) : null);
      }
    await loader.finish();
    if (options.coverage) await setCoverage(database, layer, dataset, options.coverage, crs);
    options.signal?.throwIfAborted();
    const done = { cut: options.cutWhenPublished ? 1 : 0, drawn: 0 };
    const tellPrepared = (part: Partial<typeof done>) => {
      Object.assign(done, part);
      tell('prepare', (done.cut + done.drawn) / 2);
    };
    tellPrepared({});
    const division = options.cutWhenPublished ? null : await currentDivision(database);
    // Side by side: a server has more than one core. What fails must not leave the other at work on rows that go.
    const cutting =
      division === null
        ? Promise.resolve(0)
        : buildPieces(database, {
            ...{ layer, datasetIds: [dataset], division },
            onShare: (cut) => tellPrepared({ cut }),
          });
    const drawing = generalise(database, { layer, datasetId: dataset, onShare: (drawn) => tellPrepared({ drawn }) });
    const prepared = await Promise.allSettled([cutting, drawing]);
    for (const outcome of prepared)
      if (outcome.status === 'rejected')
        throw outcome.reason instanceof DatasetGone ? new TakenOver(layer.id, options.part) : outcome.reason;
    options.signal?.throwIfAborted();
    const { ownOutline } = await drawing;
    const report = await finishReport(database, catalogue, loader.tally, mapping, options, ownOutline);
    await complete(database, dataset, report);
    return { datasetId: dataset, report };
  } catch (error) {
    const clean = database.transaction((session) => removeDataset(session, catalogue, dataset, layer.id));
    await clean.catch(() => {}); // the database is gone, too: the next load removes it
    throw error;
  } finally {
    clearInterval(alive);
  }
}

async function begin(database: Database, layer: Layer, crs: Crs, options: LoadOptions): Promise<number> {
  const { part, provenance = {} } = options;
  const { id } = await database.row<{ id: number }>(statement('imports/begin'), {
    layer: layer.id,
    part,
    title: provenance.title,
    source_file: provenance.sourceFile,
    sha256: provenance.sha256,
    provider: provenance.provider,
    licence: provenance.licence,
    attribution: provenance.attribution,
    data_date: provenance.dataDate,
    source_crs: `EPSG:${crs.epsg}`,
    accuracy_m: provenance.accuracyM,
    example: provenance.example ?? false,
    run_key: provenance.runKey,
  });
  return id;
}

async function complete(database: Database, dataset: number, report: ImportReport): Promise<void> {
  const { read, loaded, repaired, rejected, layer, part } = report;
  const done = await database.rows(statement('imports/complete'), {
    ...{ dataset, read, loaded, repaired, rejected },
    report: storableJson(report),
  });
  if (done.length === 0) throw new TakenOver(layer, part);
}

import type { Catalogue } from '../../../layers/catalogue.ts';
import { Explained } from '../../../layers/declaration/explained.ts';
import { confirmConstraints, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database, Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { loadDataset } from '../../imports/load.ts';
import { publish, publishIn } from '../../imports/publish.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { removeDataset } from '../../imports/sweep.ts';
import { runKey, type RunRequest } from '../../runs/request.ts';
import { runOnce } from '../../runs/run.ts';
import { cancelled } from '../cancelled.ts';
import { forgetOlder } from './forget-older.ts';
import { putOnMap, type MapState } from './put-on-map.ts';

/** Features of one result layer, in the analysis CRS. */
export interface ResultLayer {
  layer: string;
  title: string;
  features: Iterable<SourceFeature> | AsyncIterable<SourceFeature>;
  count?: number;
}

/** What an analysis works out: its answer, and what goes on the map. */
export interface Work<Answer> {
  answer: Answer;
  layers: ResultLayer[];
}

/** How a stored answer tells where its features are. */
export interface OnMap {
  datasets: Record<string, number>;
  on_map: MapState;
  run: { key: string; version: string; editions: RunRequest['editions'] };
}

interface Options {
  /** What a newer result takes the place of. */
  part: string;
  /** By the defaults of every parameter: only such a run is what the map shows; others are read by their key. */
  isStandard: boolean;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/** Editions of all layers that an analysis reads, as a run's key has them. */
export const editionsIn = ({ layers, editions }: Constraints): RunRequest['editions'] =>
  Object.fromEntries(layers.map((layer) => [layer, editions.get(layer)?.number ?? null]));

/** Features could not be stored: the map would say less than the answer. */
export class ResultsLost extends Explained {
  constructor(layer: string, count: number) {
    super({
      nb: `${count} resultater for kartlaget «${layer}» kunne ikke lagres, så ingenting er lagt på kartet. Meld fra om feilen.`,
      en: `${count} results for layer '${layer}' could not be stored, so nothing was put on the map. Please report this.`,
    });
  }
}

/**
 * Do the work of a request once, and give the answer. The layers of a run by the defaults are put on the map in the
 * transaction that sets it `done`, unless those there rest on newer data. The same request on the same data is answered
 * from store, and its layers are on the map again. Of runs by other parameters the newest are kept (forget-older.ts).
 * @throws what the work throws, GroundGone, LeaseLost, and the signal's reason; nothing is left then
 */
export async function publishResults<Answer extends object>(
  database: Database,
  catalogue: Catalogue,
  constraints: Constraints,
  request: RunRequest,
  { part, isStandard, signal, onProgress }: Options,
  work: (onShare: (share: number, message: string) => void) => Promise<Work<Answer>>,
): Promise<Answer & OnMap> {
  type Stored = Answer & OnMap;
  const { run, reused } = await runOnce<Stored>(
    database,
    request,
    part,
    async ({ report }) => {
      let told = 0;
      const onShare = (share: number, message: string) => {
        onProgress?.(share, message);
        if (share - told < 0.1) return;
        told = share;
        report(share, message).catch(() => {}); // the end of the work will tell that the lease was lost
      };
      // The work reads and writes nothing: what a long statement brings after the end is nobody's.
      const { answer, layers } = await Promise.race([work(onShare), cancelled(signal)]);
      const loaded: { layer: string; dataset: number }[] = [];
      const withdraw = async () => {
        for (const { layer, dataset } of loaded)
          await database.transaction((session) => removeDataset(session, catalogue, dataset, layer));
      };
      try {
        for (const result of layers) {
          onShare(0.9, result.title);
          loaded.push(await load(database, catalogue, constraints, request, { part, signal }, result));
        }
      } catch (error) {
        await withdraw();
        throw error;
      }
      const result: Stored = {
        ...answer,
        datasets: Object.fromEntries(loaded.map(({ layer, dataset }) => [layer, dataset])),
        on_map: 'own-parameters',
        run: { key: runKey(request), version: request.version, editions: request.editions },
      };
      const publish = async (session: Session): Promise<Stored> => {
        await confirmConstraints(session, constraints);
        if (!isStandard) {
          await forgetOlder(session, catalogue, request, part);
          return result;
        }
        const onMap = putOnMap(result.datasets, part, request.editions);
        await publishIn(session, onMap.changes);
        return { ...result, on_map: onMap.state() };
      };
      return { result, publish, withdraw };
    },
    signal,
  );
  const result = run.result as Stored;
  if (!reused || !isStandard) return result;
  const onMap = putOnMap(result.datasets, part, request.editions);
  await publish(database, catalogue, onMap.changes);
  return { ...result, on_map: onMap.state() };
}

async function load(
  database: Database,
  catalogue: Catalogue,
  { editions }: Constraints,
  request: RunRequest,
  { part, signal }: Pick<Options, 'part' | 'signal'>,
  { layer, title, features, count }: ResultLayer,
): Promise<{ layer: string; dataset: number }> {
  const { srid } = await database.row<{ srid: number }>(statement('database/analysis-srid'));
  const { datasetId, report } = await loadDataset(database, catalogue, {
    ...{ layer, part, crs: srid, features, signal, count },
    provenance: {
      ...{ title, provider: 'grunnriss', runKey: runKey(request) },
      example: [...editions.values()].some(({ datasets }) => datasets.some(({ example }) => example)),
    },
  });
  if (report.rejected > 0) {
    await database.transaction((session) => removeDataset(session, catalogue, datasetId, layer));
    throw new ResultsLost(layer, report.rejected);
  }
  return { layer, dataset: datasetId };
}

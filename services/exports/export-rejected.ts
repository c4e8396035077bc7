import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { epsgOf } from '../imports/crs.ts';
import { explainReason } from '../imports/format-report.ts';
import type { Reason } from '../imports/reasons.ts';
import { CannotExport } from './cannot-export.ts';
import { crsMember } from './formats/geojson.ts';

/** Originals may be large; this many are read at once. */
const mostFeatures = 50;

interface RejectedDataset {
  id: number;
  part: string;
  source_crs: string;
  source_file: string | null;
  rejected: number;
}

interface RejectedRow {
  index: number;
  source_id: string | null;
  reason: Reason;
  detail: Record<string, unknown>;
  original: Original;
  x: number | null;
  y: number | null;
}

interface Original {
  id?: string;
  objectType?: string;
  properties: Record<string, unknown>;
  geometry: unknown;
  geometryLeftOut?: true;
}

/**
 * The features of a layer that could not be loaded, as GeoJSON in the CRS they came in: properties and geometry as they
 * were, and `rejection_nb`, `rejection_en`, `rejection_place` beside, which an import leaves out again.
 * @param options.dataset one load; without it the newest of each part
 * @throws UnknownLayer, CannotExport when nothing was rejected or the sources have different CRS
 */
export async function exportRejected(
  database: Database,
  catalogue: Catalogue,
  options: { layer: string; part?: string | undefined; dataset?: number | undefined; signal?: AbortSignal | undefined },
): Promise<{ count: number; pieces: AsyncIterable<string> }> {
  const { layer, part, dataset } = options;
  catalogue.get(layer);
  const asked = { layer, part, dataset };
  const datasets = await database.rows<RejectedDataset>(statement('exports/rejected-datasets'), asked);
  const systems = [...new Set(datasets.map(({ source_crs }) => source_crs))];
  const [system] = systems;
  if (system === undefined) throw nothingRejected(layer);
  if (systems.length > 1) throw differentSystems(datasets);
  const count = datasets.reduce((sum, { rejected }) => sum + rejected, 0);
  return { count, pieces: collection(database, datasets, epsgOf(system), options.signal) };
}

async function* collection(
  database: Database,
  datasets: readonly RejectedDataset[],
  srid: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection",${srid === 4326 ? '' : `"crs":${JSON.stringify(crsMember(srid))},`}"features":[`;
  let separator = '\n';
  for (const { id: dataset } of datasets)
    for (let after: number | null = -1; after !== null;) {
      signal?.throwIfAborted();
      const page: Record<string, unknown> = { dataset, after, srid, most: mostFeatures };
      const rows: RejectedRow[] = await database.rows<RejectedRow>(statement('exports/rejected'), page);
      for (const row of rows) {
        yield separator + JSON.stringify(featureOf(row));
        separator = ',\n';
      }
      after = rows.at(-1)?.index ?? null;
    }
  yield '\n]}\n';
}

function featureOf({ index, reason, detail, original, x, y }: RejectedRow) {
  const { id, objectType, properties, geometry, geometryLeftOut } = original;
  return {
    type: 'Feature',
    ...(id !== undefined && { id }),
    properties: {
      ...(objectType !== undefined && { objtype: objectType }),
      ...properties,
      rejection_nb: explainReason(reason, detail as never, 'nb'),
      rejection_en: explainReason(reason, detail as never, 'en'),
      rejection_place: x === null || y === null ? null : `${x} ${y}`,
      rejection_index: index,
    },
    geometry: geometryLeftOut ? null : geometry,
  };
}

const nothingRejected = (layer: string): CannotExport =>
  new CannotExport({
    nb: `Ingenting er avvist i siste import av hver del av kartlaget «${layer}». En tidligere import kan nevnes med --dataset.`,
    en: `Nothing was rejected in the newest import of each part of layer '${layer}'. Name an earlier import with --dataset.`,
  });

function differentSystems(datasets: readonly RejectedDataset[]): CannotExport {
  const list = datasets.map(({ id, part, source_crs }) => `${part} (--dataset ${id}, ${source_crs})`).join('; ');
  return new CannotExport({
    nb: `Kildene har ulike koordinatsystemer. Ta én om gangen: ${list}.`,
    en: `The sources have different coordinate systems. Take one at a time: ${list}.`,
  });
}

import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import type { Statement } from '../database/statement.ts';
import { columnsOf } from './columns.ts';
import type { ExportFeature } from './export-format.ts';

/** One statement gives no more than this: what is held in memory, and a second's work on the embedded database. */
const mostFeatures = 2000;
const mostVertices = 100_000;

/** Land in the analysis CRS that features must meet. */
export interface Area {
  wkb: Buffer;
  /** Touching its border is not enough. */
  inside: boolean;
}

interface Row extends Record<string, unknown> {
  fid: number;
  _geometry: Buffer | null;
}

const made = new Map<string, Statement>();

/** The statement with the layer's columns in the place of `{columns}`; names are checked when the layer is declared. */
function featuresStatement(layer: Layer): Statement {
  let found = made.get(layer.id);
  if (!found) {
    const { text, ...declared } = layerStatement('exports/features', layer);
    const columns = Object.keys(layer.fields).map((field) => `, l."${field}"`);
    found = { ...declared, text: text.replace('{columns}', columns.join('')) };
    made.set(layer.id, found);
  }
  return found;
}

/** Features of datasets one by one, by number within each dataset; read in short statements, a part at a time. */
export async function* featuresOf(
  session: Session,
  layer: Layer,
  options: { datasets: readonly number[]; srid: number; areas: readonly Area[]; signal?: AbortSignal | undefined },
): AsyncGenerator<ExportFeature> {
  const { datasets, srid, areas, signal } = options;
  const names = columnsOf(layer).map(({ name }) => name);
  for (const dataset of datasets)
    for (let after: number | null = 0; after !== null;) {
      signal?.throwIfAborted();
      const rows: Row[] = await session.rows<Row>(featuresStatement(layer), {
        ...{ dataset, after, srid, most: mostFeatures, most_vertices: mostVertices },
        areas: areas.map(({ wkb }) => wkb),
        inside: areas.map(({ inside }) => inside),
      });
      for (const row of rows) {
        const properties = Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
        yield { fid: row.fid, properties, wkb: row._geometry };
      }
      after = rows.at(-1)?.fid ?? null;
    }
}

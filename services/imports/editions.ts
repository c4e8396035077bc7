import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/** What is known about a dataset beside its features. */
export interface DatasetInfo {
  id: number;
  layer: string;
  part: string;
  title: string | null;
  sourceFile: string | null;
  provider: string | null;
  licence: string | null;
  attribution: string | null;
  /** ISO: 2024, 2024-05 or 2024-05-31 */
  dataDate: string | null;
  importedAt: string;
  sourceCrs: string | null;
  /** Positional accuracy in metres */
  accuracyM: number | null;
  /** Made up, not measured. */
  example: boolean;
  /** Of a result: the run that wrote it. */
  runKey: string | null;
  /** False: what lies outside the features is unknown, not empty. */
  hasCoverage: boolean;
  counts: { read: number; loaded: number; repaired: number; rejected: number };
}

/** An edition of a layer: an immutable set of datasets. */
export interface Edition {
  layer: string;
  number: number;
  publishedAt: string;
  datasets: DatasetInfo[];
}

interface Row {
  layer: string;
  number: number;
  published_at: string;
  id: number | null;
  part: string;
  title: string | null;
  source_file: string | null;
  provider: string | null;
  licence: string | null;
  attribution: string | null;
  data_date: string | null;
  imported_at: string;
  source_crs: string | null;
  accuracy_m: number | null;
  example: boolean;
  run_key: string | null;
  has_coverage: boolean;
  read_count: number;
  loaded_count: number;
  repaired_count: number;
  rejected_count: number;
}

/**
 * The current editions of the given layers, by layer; a layer without an edition is not in the map.
 * Ask once per request and go on with these datasets: a later question may see a later edition.
 */
export async function currentEditions(session: Session, layerIds: readonly string[]): Promise<Map<string, Edition>> {
  const rows = await session.rows<Row>(statement('imports/current-editions'), { layers: [...layerIds] });
  return editionsOf(rows);
}

/** What a run wrote to layers, published or not, by layer; each as an edition of that one dataset. */
export async function editionsOfRun(
  session: Session,
  layerIds: readonly string[],
  run: string,
): Promise<Map<string, Edition>> {
  return editionsOf(await session.rows<Row>(statement('imports/editions-of-run'), { layers: [...layerIds], run }));
}

/** An edition of a layer by its number, current or not; nothing when there is none. */
export async function editionOf(session: Session, layer: string, number: number): Promise<Edition | undefined> {
  return editionsOf(await session.rows<Row>(statement('imports/edition'), { layer, number })).get(layer);
}

function editionsOf(rows: readonly Row[]): Map<string, Edition> {
  const editions = new Map<string, Edition>();
  for (const row of rows) {
    let edition = editions.get(row.layer);
    if (!edition) {
      edition = { layer: row.layer, number: row.number, publishedAt: row.published_at, datasets: [] };
      editions.set(row.layer, edition);
    }
    if (row.id !== null) edition.datasets.push(datasetInfo(row, row.id));
  }
  return editions;
}

function datasetInfo(row: Row, id: number): DatasetInfo {
  return {
    id,
    layer: row.layer,
    part: row.part,
    title: row.title,
    sourceFile: row.source_file,
    provider: row.provider,
    licence: row.licence,
    attribution: row.attribution,
    dataDate: row.data_date,
    importedAt: row.imported_at,
    sourceCrs: row.source_crs,
    accuracyM: row.accuracy_m,
    example: row.example,
    runKey: row.run_key,
    hasCoverage: row.has_coverage,
    counts: {
      read: row.read_count,
      loaded: row.loaded_count,
      repaired: row.repaired_count,
      rejected: row.rejected_count,
    },
  };
}

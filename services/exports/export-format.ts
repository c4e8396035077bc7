import { readdir } from 'node:fs/promises';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Edition } from '../imports/editions.ts';
import type { Column } from './columns.ts';

/**
 * A format that layers are written in. Adding one is adding a file to formats/ that exports one; nothing else knows
 * which there are.
 */
export interface ExportFormat {
  /** As written after `--format`. */
  id: string;
  title: Bilingual;
  /** Ending of file names, with the dot. */
  ending: string;
  /** Text may go to standard output; a binary file needs a name. */
  isText: boolean;
  /** In degrees (EPSG:4326) where no CRS is asked for, because the format says so; else in the analysis CRS. */
  inDegrees: boolean;
  /** The file, piece by piece. @throws Explained when it becomes larger than the format can be written */
  write(about: About, features: AsyncIterable<ExportFeature>): AsyncIterable<string | Uint8Array>;
  /** What stands beside the file, where the format has no room to say what it stands on. */
  sidecar?: (about: About) => { ending: string; text: string };
}

/** What an export is of. */
export interface About {
  layer: Layer;
  edition: Pick<Edition, 'number' | 'publishedAt'>;
  /** Those of the edition that are in the export. */
  datasets: Edition['datasets'];
  crs: { epsg: number; definition: string };
  columns: readonly Column[];
  /** Number of features; null when something is left out and they were not counted. */
  count: number | null;
}

export interface ExportFeature {
  fid: number;
  /** By column name; all columns are there. */
  properties: Record<string, unknown>;
  /** Little-endian well-known binary in the CRS of the export; null for a feature without geometry. */
  wkb: Buffer | null;
}

const folder = new URL('formats/', import.meta.url);

/** All formats that can be written: every file in formats/ that exports one. */
export async function loadExportFormats(): Promise<ExportFormat[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, folder).href)) as Record<string, unknown>),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isExportFormat);
}

const isExportFormat = (value: unknown): value is ExportFormat =>
  typeof value === 'object' && value !== null && 'inDegrees' in value && 'write' in value;

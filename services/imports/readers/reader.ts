import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Warning } from '../report.ts';
import type { SourceFeature } from '../source-feature.ts';

/**
 * A file format. Adding one is adding a file to formats/ that exports one; nothing else knows which there are.
 */
export interface Format {
  /** As written after `--format`: lower case with hyphens. */
  id: string;
  title: Bilingual;
  /** Endings of file names, with the dot, lower case. */
  endings: readonly string[];
  /** It is a folder, not a file. */
  isFolder?: boolean;
  /** All files that belong to it, in order, where it is not only the one. */
  files?: (path: string) => Promise<string[]>;
  /** Bytes of all its files that can be read, where they are held in memory. */
  limit?: number;
  /** Whether the first bytes of a file look like this format. */
  recognises(start: Buffer): boolean;
  /** @throws UnreadableFile, UnknownCrs */
  open(path: string, options: ReadOptions): Promise<Source>;
}

export interface ReadOptions {
  /** EPSG number to go by instead of what the file says. */
  crs?: number | undefined;
  /** The table or layer to read, where a file holds several. */
  sourceLayer?: string | undefined;
  /** Tables of grid cells: a square of this size is made of each row's position. */
  cell?: Cell | undefined;
}

export interface Cell {
  /** Side, in the unit of the CRS (metres). */
  size: number;
  /** What the coordinates of a row name. */
  at: 'lower-left' | 'centre';
}

/** What a reader found. Reading features may throw UnreadableFile when the file breaks off. */
export interface Source {
  /** EPSG number; null when neither the file nor the options say, and no feature has geometry. */
  crs: number | null;
  features: AsyncIterable<SourceFeature>;
  /** Number of features, where the format tells before reading them. */
  count: number | null;
  hasGeometry: boolean;
  /** The file's own name for what it holds. */
  collection: string | null;
  /** What the file says about itself beside its features. */
  metadata: Record<string, unknown>;
  /** What the reader took otherwise than the file says. */
  warnings?: readonly Warning[];
}

import type { Bounds } from './examine.ts';
import type { Fault, Reason } from './reasons.ts';

/**
 * What became of a source: stored with the dataset, shown to the user, the same for the same file.
 * read = loaded + rejected, always.
 */
export interface ImportReport {
  layer: string;
  part: string;
  sourceFile: string | null;
  /** What the user said about how to read it. */
  settings: Record<string, unknown>;
  /** EPSG number of the source */
  crs: number;
  read: number;
  loaded: number;
  repaired: number;
  rejected: number;
  rejections: { reason: Reason; count: number; examples: RejectedExample[] }[];
  repairs: { fault: Fault; count: number; examples: RepairedExample[] }[];
  /** Codes outside a field's list; kept, and shown here. */
  unknownCodes: { field: string; value: string; count: number }[];
  /** Source properties that no field takes; kept in `unmapped`. */
  unmapped: { name: string; count: number }[];
  /** Features whose source has no id: their number changes when they change. */
  withoutId: number;
  /** Features without id that are the same as an earlier one; loaded all the same. */
  identical: number;
  /** Features whose heights were left out. */
  withHeights: number;
  /** Of a coverage: areas whose borders do not fit their neighbours', so that each is drawn by its own; over all zooms. */
  ownOutline: number;
  /** Of the features that were loaded, in the CRS of the source. */
  extent: Bounds | null;
  warnings: Warning[];
}

/** What a user should look at although it was loaded. */
export type Warning =
  | { warning: 'map-not-used'; field: string; name: string }
  | { warning: 'far-away'; distanceKm: number }
  | { warning: 'outline-from-zones'; zones: number }
  | { warning: 'nothing-loaded' }
  | { warning: 'other-charset'; said: string; taken: string }
  | { warning: 'no-charset'; taken: string }
  | { warning: 'gdal'; text: string }
  | { warning: 'sosi-header-slip'; name: string; meant: string; line: number };

export interface RejectedExample {
  index: number;
  sourceId: string | null;
  values: Record<string, unknown>;
}

export interface RepairedExample {
  index: number;
  sourceId: string | null;
  areaBefore: number | null;
  areaAfter: number | null;
}

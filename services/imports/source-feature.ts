import type { Geometry } from 'geojson';

/** One feature as a reader found it, before anything is judged. */
export interface SourceFeature {
  /** Position in the source, from 0: errors point to it. */
  index: number;
  /** The source's own id, when the format has one apart from the properties. */
  id?: string;
  /** Object type or source layer name, when the format has one apart from the properties. */
  objectType?: string;
  /** The table it is from, in a source of several: row numbers (`fid`) begin anew in each. */
  table?: string;
  properties: Record<string, unknown>;
  /** In the source's CRS; null when the source has none. `unreadable` says why a geometry could not even be read. */
  geometry: Geometry | null;
  unreadable?: string;
}

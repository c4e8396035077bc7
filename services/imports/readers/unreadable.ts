import { Explained } from '../../../layers/declaration/explained.ts';
import { texts as en } from '../texts/en.ts';
import { texts as nb } from '../texts/nb.ts';

/** Why a file cannot be read at all, with what must be said beside the words. */
export interface FileFaults {
  empty: Record<string, never>;
  'unknown-format': { formats: string };
  'no-such-format': { format: string; formats: string };
  'not-json': { what: string; line: number; byte: number };
  truncated: { line: number; byte: number; feature: number };
  'text-after-end': { line: number; byte: number };
  'not-features': { type: string };
  'esri-json': Record<string, never>;
  topojson: Record<string, never>;
  'crs-missing': { columns: string };
  'crs-differs': { layers: string };
  'crs-unclear': { what: string };
  'too-large': { bytes: number; limit: number };
  'not-geopackage': { what: string };
  'no-features': Record<string, never>;
  'no-coordinates': { layer: string };
  'layer-unknown': { types: string };
  'layer-unclear': { type: string; layers: string };
  'no-such-layer': { layer: string; layers: string };
  'bad-table': { what: string; line: number };
  'no-such-file': { path: string };
  changed: Record<string, never>;
  'no-space': { folder: string };
  'nvdb-api': Record<string, never>;
  'not-flatgeobuf': { what: string };
  'flatgeobuf-truncated': { byte: number; feature: number };
  'shapefile-part': { part: string };
  'shapefile-rows': { shapes: number; rows: number };
  gdal: { what: string };
  'bad-archive': { what: string };
  'archive-too-many': { entries: number; limit: number };
  'archive-too-large': { limit: number };
  'archive-unsafe': { name: string; what: 'link' | 'encrypted' | 'twice' };
  'archive-empty': { names: string };
  'not-xml': { what: string; line: number };
  'xml-truncated': { line: number };
  'xml-encoding': { encoding: string; line: number };
  'xml-doctype': { line: number };
  'xml-too-deep': { line: number; limit: number };
  'xml-no-features': { root: string };
  'gml-references': { limit: number };
  'not-sosi': { found: string };
  'sosi-truncated': { last: string; elements: number };
  'sosi-after-end': { line: number };
  'sosi-charset': { charset: string; known: string };
  'sosi-koordsys': { koordsys: string };
  'sosi-transpar': { name: string };
}

export type FileFault = keyof FileFaults;

/** A file that cannot be read. */
export class UnreadableFile<Fault extends FileFault = FileFault> extends Explained {
  readonly fault: Fault;
  readonly values: FileFaults[Fault];
  /** Its name, where it is one of several. */
  file: string | undefined;

  constructor(fault: Fault, values: FileFaults[Fault]) {
    super({ nb: nb.fileFaults[fault](values), en: en.fileFaults[fault](values) });
    this.fault = fault;
    this.values = values;
  }
}

import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { CheckResult } from '../answer/result.ts';
import type { Picture } from '../../documents/picture/picture.ts';

/** A dataset that a check had before it. */
export interface Source {
  layer: string;
  title: string;
  provider: string | null;
  dataDate: string | null;
  edition: number;
  licence: string | null;
  attribution: string | null;
  /** Metres. */
  accuracy: number | null;
  importedAt: string;
  example: boolean;
}

/** All that a report is made from, read before it is written. */
export interface Material {
  result: CheckResult;
  language: Language;
  /** Titles of layers, by id. */
  layers: ReadonlyMap<string, string>;
  /** Names of constraints that have one, by layer and feature number: `treeline/12`. */
  names: ReadonlyMap<string, string>;
  sources: readonly Source[];
  overview: Picture | null;
  /** By the finding's place in the result. */
  pictures: ReadonlyMap<number, Picture>;
}

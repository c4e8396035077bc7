import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, Geometry } from 'geojson';

/** A case with an expected answer, written from the specification by someone else than the program's makers. */
export interface TruthCase {
  id: string;
  /** `accounts`, `centrality` and `stations` say so; cases of the conflict check carry a draft instead. */
  topic: string;
  why: string;
}

type Properties = Record<string, string | number | null>;
export type CaseFeature = Feature<Geometry, Properties> & { id: string };

/** One line of what a conflict case expects. */
export interface ExpectedLine {
  rule: string;
  zone?: string;
  verdict: string;
  tolerance: number;
  note?: string;
  [figure: string]: string | number | boolean | undefined;
}

export interface ConflictCase extends TruthCase {
  crs: string;
  settings: { guideline_adopted: string | null; parameters: Record<string, number> };
  layers: Record<string, { coverage: Geometry | null; accuracy_m: number | null; features: CaseFeature[] }>;
  draft: { plan: Properties & { geometry: Geometry }; zoning: CaseFeature[]; 'zoning-consideration': CaseFeature[] };
  expected: ExpectedLine[];
  not_expected?: { rule: string; zone?: string; verdict: string }[];
}

/** All cases in a folder and the folders below it, by file name. @throws Error when the folder is not there */
export function readCases(folder: string): TruthCase[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const found = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Partial<ConflictCase>;
      const topic = found.topic ?? ('draft' in found ? 'conflicts' : 'unknown');
      return { ...found, id: found.id ?? name, why: found.why ?? '', topic };
    });
}

export const isConflictCase = (given: TruthCase): given is ConflictCase => given.topic === 'conflicts';

import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Coverage } from './dataset-coverage.ts';
import type { LoadProgress, Provenance } from './load.ts';
import type { MappingOptions } from './mapping.ts';
import type { PlanFacts } from './plans/plan-facts.ts';
import type { PlanReport } from './plans/plan-report.ts';
import type { Cell } from './readers/reader.ts';
import type { ImportReport } from './report.ts';

export interface ImportOptions extends Pick<MappingOptions, 'map' | 'set'> {
  path: string;
  /** Further files of the same plan. */
  alongside?: readonly string[] | undefined;
  /** Layer id; without it, features go to layers by their object types, and a plan's file to the layers of plans. */
  layer?: string | undefined;
  /** Format id, where the file does not show it. */
  format?: string | undefined;
  /** EPSG number to go by instead of what the file says. */
  crs?: number | undefined;
  /** The table to read of a file that holds several. */
  sourceLayer?: string | undefined;
  /** Tables of grid cells: a square is made of each row's position. */
  cell?: Cell | undefined;
  /** What this is a part of; by default the file's name, of a plan the plan id. */
  part?: string | undefined;
  /** Where the source has looked; unknown without it. */
  coverage?: Coverage | undefined;
  /** Facts of a plan that its file does not say. */
  plan?: Partial<PlanFacts> | undefined;
  provenance?: Omit<Provenance, 'sourceFile' | 'sha256' | 'runKey'> | undefined;
  /** Import although the same file has been imported in the same way. */
  again?: boolean | undefined;
  onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Told what a plan register would complain about of a plan that is refused for what it is: a proposal. */
  onRefused?: ((report: PlanReport) => Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ImportResult {
  /** `unchanged`: the same file is current already; `nothing-loaded`: no feature could be loaded, the old one stays. */
  outcome: 'published' | 'unchanged' | 'nothing-loaded';
  /** One per dataset that was loaded. */
  reports: ImportReport[];
  datasets: number[];
  /** Numbers of the new editions, by layer. */
  editions: Map<string, number>;
  /** Features of object types that no layer takes. */
  leftOut: { objectType: string; count: number }[];
  /** Of a plan: what a plan register would complain about. */
  plan?: PlanReport;
}

/** What decides how a file is read, beside the file itself. */
export function settingsOf(options: ImportOptions): Record<string, unknown> {
  const { map, set, crs, format, sourceLayer, cell, coverage, plan, provenance } = options;
  return JSON.parse(JSON.stringify({ map, set, crs, format, sourceLayer, cell, coverage, plan, provenance })) as Record<
    string,
    unknown
  >;
}

/** Whether the current dataset of a part was made of the same file in the same way. */
export async function isUnchanged(
  database: Database,
  of: { layer: string; part: string; sha256: string },
  options: ImportOptions,
): Promise<boolean> {
  const settings = JSON.stringify(settingsOf(options));
  return (await database.rows(statement('imports/unchanged'), { ...of, settings })).length > 0;
}

import type { z } from 'zod';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';
import type { Database } from '../database/database.ts';
import type { Drawing, Table } from '../tables/table.ts';

/** What an analysis may use while it runs. */
export interface ProcessContext {
  database: Database;
  catalogue: Catalogue;
  /** Language of texts in the answer. */
  language: Language;
  /** Aborted when the asker has gone or the run was cancelled. */
  signal?: AbortSignal;
  /** @param share 0–1 of the work done */
  onProgress?: (share: number, message: string) => void;
}

/**
 * An analysis as it is offered to the world: OGC API Processes, the command line and the OpenAPI document all come from
 * this one description.
 */
export interface Process<Input = unknown, Output = unknown> {
  id: string;
  title: Bilingual;
  description: Bilingual;
  /** Raised whenever the same input may give another answer; part of the run's key. */
  version: string;
  inputs: z.ZodType<Input>;
  outputs: z.ZodType<Output>;
  /**
   * It publishes what it finds: where keys are set, running it over HTTP needs one. A function where that hangs on what is
   * asked for.
   */
  changesData?: true | ((input: Input) => boolean);
  /** What else its description says: the rules it asks, with their words and limits. */
  catalogue?: () => Promise<Record<string, unknown>>;
  execute: (input: Input, context: ProcessContext) => Promise<Output>;
  /** The answer as tables, for CSV, XLSX and pages. */
  tables?: (output: Output, language: Language) => Table[];
  /** The answer as figures. */
  drawings?: (output: Output, language: Language) => Drawing[];
}

import type { z } from 'zod';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';
import type { Database } from '../database/database.ts';
import type { Process } from '../runs/process.ts';
import type { Settings } from '../settings.ts';
import type { Addresses } from './links.ts';
import type { Metrics } from './metrics.ts';
import type { QueryParameters, QueryValues } from './parameters/parameter.ts';
import type { UploadLimits } from './receive-files.ts';
import type { TileServer } from './tile-server.ts';

/** What all resources work with; made once, in app.ts. */
export interface Context {
  database: Database;
  catalogue: Catalogue;
  settings: Settings;
  processes: readonly Process[];
  /** There is a job in the queue: look at once. */
  nudge: () => void;
  tiles: TileServer;
  metrics: Metrics;
}

/** One request, read and validated. */
export interface Call<Values = Record<string, unknown>> extends Context {
  /** Address asked for, without query. */
  address: string;
  /** Variable parts of the path, decoded. */
  path: Record<string, string>;
  query: Values;
  /** All parameters as they were given, for links that repeat them. */
  given: Record<string, string>;
  /** JSON body of a request that has one. */
  body: unknown;
  /** Paths of the files that were sent; they are gone after the answer. */
  files: readonly string[];
  /** The negotiated format: a name of the route's `formats`. */
  format: string;
  language: Language;
  links: Addresses;
  header: (name: string) => string | undefined;
  /** Whether the answer may be compressed with gzip. */
  acceptsGzip: boolean;
  /** Aborted when the asker has gone. */
  signal: AbortSignal;
}

export interface Answer {
  status?: number;
  /** Media type; absent when there is no body. */
  type?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** Groups of the service's description. */
type Tag = 'Capabilities' | 'Features' | 'Tiles' | 'Processes' | 'Plans' | 'Municipalities' | 'Stations' | 'Operation';

interface Definition<Parameters extends QueryParameters> {
  method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it: `/collections/{collectionId}`. */
  path: `/${string}`;
  /** Name of the operation in the description. */
  id: string;
  tag: Tag;
  summary: Bilingual;
  /** Media type by the name that `f` takes; the first is given when the asker does not mind. */
  formats: Record<string, string>;
  /** What the variable parts of the path are. */
  variables?: Record<string, Bilingual>;
  query?: Parameters;
  body?: { schema: z.ZodType; types: string[]; bytes: number };
  /** It takes files: parts of a form, or one as the body, of any media type. */
  upload?: UploadLimits;
  /** It stores something that others see afterwards: where keys are set, it needs one; sometimes: some of what it runs does. */
  changesData?: true | 'sometimes';
  /** The JSON form of the answer. */
  returns?: z.ZodType;
  /** Other statuses of an answer, besides 200 and problems. */
  statuses?: Record<number, Bilingual>;
  /** The answer has no words and is the same in every language. */
  wordless?: true;
  handle: (call: Call<QueryValues<Parameters>>) => Promise<Answer> | Answer;
}

/** One operation of the service: registered, validated and described from this one object. */
export type Route = Definition<QueryParameters>;

/** Declare an operation; the handler gets its parameters with the types of their schemas. */
export const route = <Parameters extends QueryParameters>(definition: Definition<Parameters>): Route =>
  definition as unknown as Route;

/** An answer in JSON. */
export const json = (value: unknown, type = 'application/json', headers?: Record<string, string>): Answer => ({
  type,
  body: JSON.stringify(value),
  ...(headers && { headers }),
});

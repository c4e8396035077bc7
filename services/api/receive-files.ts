import { mkdir, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import multer from 'multer';
import { TemporaryFolder } from '../imports/readers/temporary-folder.ts';
import { Problem } from '../problem.ts';
import { shortened, tell } from './tell.ts';

/** What may be sent in one request. */
export interface UploadLimits {
  /** Of all files together. */
  bytes: number;
  files: number;
}

/** Files that came with a request, in a folder of their own. */
export interface ReceivedFiles {
  paths: string[];
  remove: () => Promise<void>;
}

/** The part of a form that holds the files. */
export const fileField = 'file';

/** Endings by which a reader knows a file that came without a name. */
const endings: Record<string, string> = {
  'application/geo+json': '.geojson',
  'application/json': '.geojson',
  'application/geo+json-seq': '.geojsonl',
  'application/gml+xml': '.gml',
  'application/xml': '.gml',
  'text/xml': '.gml',
  'application/geopackage+sqlite3': '.gpkg',
  'application/zip': '.zip',
  'application/flatgeobuf': '.fgb',
  'application/vnd.kartverket.sosi': '.sos',
  'text/csv': '.csv',
};

/**
 * Write the files of a request into a folder: the parts `file` of multipart/form-data, or the body itself, whatever its
 * media type. The caller removes the folder; when this throws, or the client hangs up, nothing is left.
 * @throws Problem 400, 403, 413
 */
export async function receiveFiles(request: Request, response: Response, limits: UploadLimits): Promise<ReceivedFiles> {
  // A form on any page could send files here, and its sender would not know.
  if (request.get('sec-fetch-site') === 'cross-site') throw tell(403, 'other-site', ({ otherSite }) => otherSite);
  // Without this the client would have to send all of it first.
  if (Number(request.get('content-length') ?? 0) > limits.bytes + envelope) throw tooLarge(limits);
  const folder = await TemporaryFolder.make();
  const store = new Store(folder.path, limits);
  try {
    if (request.is('multipart/form-data')) await receiveForm(request, response, store, limits);
    else await store.keep(request, nameOf(request));
    if (store.paths.length === 0) throw tell(400, 'no-file', ({ noFile }) => noFile);
    return { paths: store.paths, remove: () => folder.remove() };
  } catch (error) {
    await folder.remove();
    request.resume();
    if (error instanceof Problem || !isOfRequest(error)) throw error;
    throw tell(400, 'bad-body', ({ badBody }) => badBody);
  }
}

/** What a form adds to its files: borders and names of its parts. */
const envelope = 64 * 1024;

/** Errors of multer, busboy and a client that went away; those of our own disk have a system call. */
const isOfRequest = (error: unknown): boolean => error instanceof Error && !('syscall' in error);

function receiveForm(request: Request, response: Response, store: Store, { files }: UploadLimits): Promise<void> {
  const form = multer({
    storage: {
      _handleFile: (_request, { originalname, stream }, done) =>
        void store.keep(stream, originalname).then(
          () => done(null, {}),
          (error: unknown) => done(error),
        ),
      _removeFile: (_request, _file, done) => done(null), // the folder goes as a whole
    },
    limits: { files, fields: 0, parts: files },
    defParamCharset: 'utf8',
  });
  return new Promise((resolve, reject) => {
    form.array(fileField)(request, response, (error?: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(problemOfForm(error, files));
    });
  });
}

function problemOfForm(error: unknown, files: number): Error {
  const { code, field } = error as { code?: string; field?: string };
  if (code === 'LIMIT_FILE_COUNT' || code === 'LIMIT_PART_COUNT')
    return tell(413, 'too-many-files', ({ tooManyFiles: say }) => ({ ...say, detail: say.detail(files) }));
  if (code === 'LIMIT_UNEXPECTED_FILE' || code === 'LIMIT_FIELD_COUNT')
    return tell(400, 'unknown-field', ({ unknownField: say }) => ({
      ...say,
      detail: say.detail(shortened(field ?? '')),
    }));
  return error as Error;
}

/** Writes files one after the other or side by side, and counts what they are together. */
class Store {
  readonly paths: string[] = [];
  readonly #folder: string;
  readonly #limits: UploadLimits;
  #bytes = 0;
  #turn = 0;

  constructor(folder: string, limits: UploadLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  async keep(stream: Readable, name: string): Promise<void> {
    // Names say the format and the plan's id; nothing of them may lead elsewhere, and two may be the same.
    const own = join(this.#folder, String((this.#turn += 1)));
    const path = join(
      own,
      basename(name.replaceAll('\\', '/'))
        .replaceAll(/[\p{Cc}/]|^\.+/gu, '')
        .slice(-100) || 'plan',
    );
    this.paths.push(path); // before anything is waited for: in the order in which they came
    await mkdir(own);
    const file = await open(path, 'wx');
    try {
      for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        this.#bytes += chunk.length;
        if (this.#bytes > this.#limits.bytes) throw tooLarge(this.#limits);
        await file.appendFile(chunk);
      }
    } finally {
      await file.close();
    }
  }
}

const tooLarge = ({ bytes }: UploadLimits): Problem =>
  tell(
    413,
    'too-large',
    ({ uploadTooLarge: say }) => ({ ...say, detail: say.detail(`${Math.round(bytes / 1024 / 1024)} MB`) }),
    { headers: { Connection: 'close' } },
  );

/** The name that the client gave, else one with the ending of its media type. */
function nameOf(request: Request): string {
  const said = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(request.get('content-disposition') ?? '')?.[1];
  if (said !== undefined) return decoded(said);
  const type = (request.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return `plan${endings[type] ?? ''}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { exceptionsAsErrors } from './exceptions.ts';
import type { Backend } from './gate.ts';

/** Told to every client as a server does: these parameters are what drivers decode by. */
const reported = [
  'server_version',
  'server_encoding',
  'client_encoding',
  'DateStyle',
  'IntervalStyle',
  'TimeZone',
  'integer_datetimes',
  'standard_conforming_strings',
];

const settings = [
  // PostgreSQL's own guard against too deep recursion must strike before the stack of JavaScript ends: that breaks it.
  'max_stack_depth=200kB',
  'work_mem=32MB',
  'maintenance_work_mem=128MB',
];

export interface Engine extends Backend {
  parameters: Record<string, string>;
  close(): Promise<void>;
}

/**
 * Start the database of a data folder, made anew where there is none, with PostGIS in it. For the holder of its lock.
 * Files are written through to the operating system at commit but not forced to disk: WebAssembly has no fsync here. A
 * killed process loses nothing; a power failure may.
 */
export async function startEngine(folder: string, onProgress: (line: Bilingual) => void): Promise<Engine> {
  const dataDir = join(folder, 'database');
  const unfinished = join(folder, 'database-unfinished');
  // A process that was killed while it made the database leaves one that cannot be used, and holds nothing yet.
  if (existsSync(unfinished)) rmSync(dataDir, { recursive: true, force: true });
  const isNew = !existsSync(dataDir);
  if (isNew) writeFileSync(unfinished, '');
  onProgress(
    isNew
      ? {
          nb: 'Lager den innebygde databasen (én gang, omtrent 15 s)',
          en: 'Making the embedded database (once, about 15 s)',
        }
      : { nb: 'Starter den innebygde databasen', en: 'Starting the embedded database' },
  );
  const database = await PGlite.create({
    dataDir,
    extensions: { postgis, exceptionsAsErrors },
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
  });
  await database.exec('create extension if not exists postgis');
  rmSync(unfinished, { force: true });
  const parameters: Record<string, string> = {};
  for (const name of reported) {
    const shown = await database.query<{ setting: string }>('select current_setting($1) as setting', [name]);
    parameters[name] = shown.rows[0].setting;
  }
  // What is left of the stack when a statement fails is not given back: each error would take 1 to 6 kB of it, and after
  // some hundreds every statement would fail with "stack depth limit exceeded".
  const stack = (database.Module as unknown as { ___stack_pointer: { value: number } }).___stack_pointer;
  const atRest = stack.value;
  const ends = watchEnds(database);
  return {
    parameters,
    close: () => database.close(),
    async exchange(messages) {
      stack.value = atRest;
      const chunks: Buffer[] = [];
      // The chunks lie in the memory of the database: the next one may be written over them.
      await database.execProtocolRawStream(messages, { onRawData: (chunk) => chunks.push(Buffer.from(chunk)) });
      if (ends.unknown) throw ends.unknown;
      return Buffer.concat(chunks);
    },
  };
}

/** PostgreSQL has jumped to where it handles errors. */
const jumped = 100;

/**
 * Note when a statement has ended in a way that PostgreSQL does not know: the end of memory, or of JavaScript's stack.
 * PGlite passes over it, and the answer would look whole.
 */
function watchEnds({ Module: module }: PGlite): { unknown?: Error } {
  const ends: { unknown?: Error } = {};
  const once = module._PostgresMainLoopOnce;
  module._PostgresMainLoopOnce = () => {
    try {
      once();
    } catch (thrown) {
      if (module._pgl_getPGliteExitStatus() !== jumped)
        ends.unknown ??= thrown instanceof Error ? thrown : new Error(String(thrown));
      throw thrown;
    }
  };
  return ends;
}

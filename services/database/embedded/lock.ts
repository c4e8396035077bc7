import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';

/** Who serves the database of a data folder, and where. */
export interface Owner {
  /** Of the process that started it. */
  pid: number;
  /** Of the process that has the files open. */
  child: number;
  /** Folder of the socket; `pg` takes it as host. */
  host: string;
  port: number;
  /** ISO time. */
  since: string;
}

/**
 * Take the data folder for this process: a lock of the kernel, which ends with the process however that ends.
 * @returns how to release it; undefined when another process has it
 */
export function takeLock(folder: string): (() => void) | undefined {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, 'lock'), 'a+');
  if (tryLock(file)) return () => closeSync(file);
  closeSync(file);
  return undefined;
}

const ownerFile = (folder: string): string => join(folder, 'owner.json');

/** Tell other processes where the database is served. Only for the holder of the lock. */
export function writeOwner(folder: string, owner: Owner): void {
  const unfinished = `${ownerFile(folder)}.new`;
  writeFileSync(unfinished, JSON.stringify(owner));
  renameSync(unfinished, ownerFile(folder));
}

export const removeOwner = (folder: string): void => rmSync(ownerFile(folder), { force: true });

/** What the last owner wrote. It may have died since: only a connection to its socket shows that it lives. */
export function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as Owner;
  } catch {
    return undefined; // none, or from a process that was killed while it wrote its first
  }
}

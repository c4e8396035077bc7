import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a database is served, in the words of `pg`: a folder as host, and a port that only names the socket in it. */
export interface Address {
  host: string;
  port: number;
}

const port = 5432;
/** Paths of sockets may have 104 bytes on macOS, 108 on Linux, the ending zero included. */
const longestPath = 100;
const onWindows = process.platform === 'win32';

/** The socket or, on Windows, the named pipe that `pg` opens for an address. */
export const socketPath = ({ host, port }: Address): string => `${host}/.s.PGSQL.${port}`;

/**
 * A place for the socket that no other user can reach. Nothing is made yet.
 * @param earlier of the last owner: taken again, so that its clients find the database where it was
 */
export function chooseAddress(earlier?: Address): Address {
  if (earlier && (onWindows || isPrivate(earlier.host))) return { host: earlier.host, port };
  const name = `grunnriss-${randomBytes(8).toString('hex')}`;
  if (onWindows) return { host: `//./pipe/${name}`, port };
  const host = join(tmpdir(), name);
  return { host: Buffer.byteLength(socketPath({ host, port })) <= longestPath ? host : `/tmp/${name}`, port };
}

/** Make the folder, and room for the socket: one of a killed process may be in its place. */
export function prepareAddress(address: Address): void {
  if (onWindows) return;
  if (!isPrivate(address.host)) mkdirSync(address.host, { mode: 0o700 });
  rmSync(socketPath(address), { force: true });
}

export function removeAddress({ host }: Address): void {
  if (!onWindows) rmSync(host, { recursive: true, force: true });
}

/** The folder is there, is ours, and is closed to others. */
function isPrivate(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

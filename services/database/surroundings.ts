import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import type { Settings } from '../settings.ts';
import type { Finding } from './doctor.ts';

const oldestNode = [20, 19] as const;
const GB = 1024 ** 3;
/** The embedded database takes about 1 GB, the service beside it half of that. */
const memoryNeeded = 2 * GB;
const spaceNeeded = 0.5 * GB;
const spaceWanted = 4 * GB;

const gigabytes = (bytes: number): string => `${(bytes / GB).toFixed(1)} GB`;

export function checkNode(version: string = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return {
    check: 'Node',
    state: enough ? 'ok' : 'fail',
    detail: version,
    ...(!enough && { remedy: `Install Node ${oldestNode.join('.')} or newer.` }),
  };
}

/** Room in memory for the embedded database. */
export function checkMemory(total: number = totalmem()): Finding {
  return {
    check: 'Memory',
    state: total >= memoryNeeded ? 'ok' : 'warn',
    detail: `${gigabytes(total)} in this machine`,
    ...(total < memoryNeeded && {
      remedy:
        'The embedded database takes about 1 GB: use a machine with 2 GB, or a PostgreSQL server by DATABASE_URL.',
    }),
  };
}

/** The data folder can be made or written to. Nothing is made. */
export async function checkFolder(folder: string): Promise<Finding> {
  const check = 'Data folder';
  const remedy = 'Set GRUNNRISS_DATA to a folder that this user may write to.';
  const nearest = await nearestExisting(folder);
  if (!(await stat(nearest)).isDirectory())
    return { check, state: 'fail', detail: `${nearest} is a file, not a folder`, remedy };
  try {
    await access(nearest, constants.W_OK | constants.X_OK);
  } catch {
    return { check, state: 'fail', detail: `${nearest} cannot be written to by this user`, remedy };
  }
  return { check, state: 'ok', detail: nearest === folder ? folder : `${folder} (made at the first start)` };
}

export async function checkSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearestExisting(folder));
  const free = bavail * bsize;
  return {
    check: 'Disk space',
    state: free < spaceNeeded ? 'fail' : free < spaceWanted ? 'warn' : 'ok',
    detail: `${gigabytes(free)} free for ${folder}`,
    ...(free < spaceWanted && {
      remedy: 'A county needs some gigabytes: free space, or set GRUNNRISS_DATA to another disk.',
    }),
  };
}

/** The port of the web server is free. */
export async function checkPort({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<Finding> {
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    const server = createServer();
    server.once('error', (error) => done(error));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
  const check = 'Port';
  if (!failure) return { check, state: 'ok', detail: `${host}:${port} is free` };
  if (failure.code === 'EADDRINUSE')
    return {
      check,
      state: 'warn',
      detail: `${host}:${port} is taken, by grunnriss itself if it runs`,
      remedy: 'If another program has it, set PORT to a free one.',
    };
  const remedy =
    failure.code === 'EACCES'
      ? 'Set PORT to 1024 or more.'
      : 'Set HOST to an address of this machine, such as 127.0.0.1.';
  return { check, state: 'fail', detail: `${host}:${port} cannot be used (${failure.message})`, remedy };
}

/** The path itself, or the nearest folder above it that is there. */
async function nearestExisting(given: string): Promise<string> {
  for (let place = path.resolve(given); ; place = path.dirname(place))
    try {
      await stat(place);
      return place;
    } catch (error) {
      if (place === path.dirname(place)) throw error;
    }
}

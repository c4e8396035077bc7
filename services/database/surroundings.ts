import { mkdtemp, rmdir, stat, statfs } from 'node:fs/promises';
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
    check: { nb: 'Node', en: 'Node' },
    state: enough ? 'ok' : 'fail',
    detail: { nb: version, en: version },
    ...(!enough && {
      remedy: {
        nb: `Installer Node ${oldestNode.join('.')} eller nyere.`,
        en: `Install Node ${oldestNode.join('.')} or newer.`,
      },
    }),
  };
}

/** Room in memory for the embedded database. */
export function checkMemory(total: number = totalmem()): Finding {
  return {
    check: { nb: 'Minne', en: 'Memory' },
    state: total >= memoryNeeded ? 'ok' : 'warn',
    detail: { nb: `${gigabytes(total)} i denne maskinen`, en: `${gigabytes(total)} in this machine` },
    ...(total < memoryNeeded && {
      remedy: {
        nb: 'Den innebygde databasen tar omtrent 1 GB: bruk en maskin med 2 GB, eller en PostgreSQL-tjener med DATABASE_URL.',
        en: 'The embedded database takes about 1 GB: use a machine with 2 GB, or a PostgreSQL server by DATABASE_URL.',
      },
    }),
  };
}

/** The data folder can be made or written to: a folder is made where it would be, and removed at once. */
export async function checkFolder(folder: string): Promise<Finding> {
  const check = { nb: 'Datamappe', en: 'Data folder' };
  const remedy = {
    nb: 'Sett GRUNNRISS_DATA til en mappe som denne brukeren kan skrive i.',
    en: 'Set GRUNNRISS_DATA to a folder that this user may write to.',
  };
  const nearest = await nearestExisting(folder);
  if (!(await stat(nearest)).isDirectory())
    return {
      ...{ check, state: 'fail', remedy },
      detail: { nb: `${nearest} er en fil, ikke en mappe`, en: `${nearest} is a file, not a folder` },
    };
  try {
    await rmdir(await mkdtemp(path.join(nearest, '.grunnriss-')));
  } catch (error) {
    const said = (error as Error).message;
    return {
      ...{ check, state: 'fail', remedy },
      detail: { nb: `det går ikke an å skrive i ${nearest}: ${said}`, en: `${nearest} cannot be written to: ${said}` },
    };
  }
  const detail =
    nearest === folder
      ? { nb: folder, en: folder }
      : { nb: `${folder} (lages ved første start)`, en: `${folder} (made at the first start)` };
  return { check, state: 'ok', detail };
}

export async function checkSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearestExisting(folder));
  const free = bavail * bsize;
  return {
    check: { nb: 'Diskplass', en: 'Disk space' },
    state: free < spaceNeeded ? 'fail' : free < spaceWanted ? 'warn' : 'ok',
    detail: { nb: `${gigabytes(free)} ledig for ${folder}`, en: `${gigabytes(free)} free for ${folder}` },
    ...(free < spaceWanted && {
      remedy: {
        nb: 'Et fylke trenger noen gigabyte: frigjør plass, eller sett GRUNNRISS_DATA til en annen disk.',
        en: 'A county needs some gigabytes: free space, or set GRUNNRISS_DATA to another disk.',
      },
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
  const check = { nb: 'Port', en: 'Port' };
  if (!failure)
    return { check, state: 'ok', detail: { nb: `${host}:${port} er ledig`, en: `${host}:${port} is free` } };
  if (failure.code === 'EADDRINUSE')
    return {
      check,
      state: 'warn',
      detail: {
        nb: `${host}:${port} er opptatt, av grunnriss selv om det kjører`,
        en: `${host}:${port} is taken, by grunnriss itself if it runs`,
      },
      remedy: {
        nb: 'Er det et annet program, sett PORT til en ledig port.',
        en: 'If another program has it, set PORT to a free one.',
      },
    };
  const remedy =
    failure.code === 'EACCES'
      ? { nb: 'Sett PORT til 1024 eller høyere.', en: 'Set PORT to 1024 or more.' }
      : {
          nb: 'Sett HOST til en adresse på denne maskinen, for eksempel 127.0.0.1.',
          en: 'Set HOST to an address of this machine, such as 127.0.0.1.',
        };
  const { message } = failure;
  const detail = {
    nb: `${host}:${port} kan ikke brukes (${message})`,
    en: `${host}:${port} cannot be used (${message})`,
  };
  return { check, state: 'fail', detail, remedy };
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

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export type Engine = 'server' | 'embedded';

/** Folders of PostgreSQL's programs on this machine, newest first, that come with PostGIS. */
export function serverBinaries(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter(Number.isFinite) : [];
  const usable = versions
    .sort((a, b) => b - a)
    .filter((version) => version >= 15 && existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .map((version) => path.join(root, String(version), 'bin'))
    .filter((folder) => existsSync(path.join(folder, 'initdb')));
  return usable[0] ?? null;
}

/**
 * Databases that the tests of this run use: a server when `TEST_DATABASE_URL` names one or its programs are on the
 * machine, and the embedded one always. `GRUNNRISS_TEST_ENGINES=server` narrows it while working on something.
 */
export function engines(): Engine[] {
  const wanted = process.env['GRUNNRISS_TEST_ENGINES']?.split(',');
  const found: Engine[] = [];
  if (process.env['TEST_DATABASE_URL'] || serverBinaries()) found.push('server');
  found.push('embedded');
  return wanted ? found.filter((engine) => wanted.includes(engine)) : found;
}

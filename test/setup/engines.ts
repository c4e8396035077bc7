import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export type Engine = 'server' | 'embedded';

/** The folder of PostgreSQL's programs on this machine, the newest that comes with PostGIS. */
export function serverBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isFinite) : [];
  const folders = [
    ...versions.sort((a, b) => b - a).map((version) => path.join(debian, String(version), 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find(isServerWithPostgis) ?? null;
}

function isServerWithPostgis(folder: string): boolean {
  const has = (program: string) => existsSync(path.join(folder, program));
  if (!has('initdb') || !has('pg_ctl') || !has('pg_config')) return false;
  const told = (flag: string) => execFileSync(path.join(folder, 'pg_config'), [flag], { encoding: 'utf8' }).trim();
  const version = Number.parseInt(told('--version').replace(/^\D+/, ''), 10);
  return version >= 15 && existsSync(path.join(told('--sharedir'), 'extension/postgis.control'));
}

/**
 * Databases that the tests of this run use: a server when `TEST_DATABASE_URL` names one or its programs are on the
 * machine, and the embedded one always. `GRUNNRISS_TEST_ENGINES=server` narrows it while working on something.
 */
export function engines(): Engine[] {
  const wanted = process.env['GRUNNRISS_TEST_ENGINES']?.split(',');
  found ??= [...(process.env['TEST_DATABASE_URL'] || serverBinaries() ? (['server'] as const) : []), 'embedded'];
  return wanted ? found.filter((engine) => wanted.includes(engine)) : found;
}
let found: Engine[] | undefined;

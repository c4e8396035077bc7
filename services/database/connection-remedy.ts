import type { Bilingual } from '../../layers/declaration/bilingual.ts';

/** What an error began with. */
export function rootOf(error: unknown): Error & { code?: string } {
  let root = error as Error;
  while (root.cause instanceof Error) root = root.cause;
  return root;
}

/** What to do about an error of connecting to a server, by its code. */
export function remedyOf(error: unknown, url: string): Bilingual {
  const { code = '' } = rootOf(error);
  const at = url.replace(/\/\/.*@/, '//');
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return {
        nb: `Start PostgreSQL, eller rett vert og port i DATABASE_URL (${at}).`,
        en: `Start PostgreSQL, or mend host and port in DATABASE_URL (${at}).`,
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { nb: `Rett vertsnavnet i DATABASE_URL (${at}).`, en: `Mend the host name in DATABASE_URL (${at}).` };
    case 'ETIMEDOUT':
      return {
        nb: `Ingen svarer på ${at}: er det en brannmur imellom?`,
        en: `Nothing answers at ${at}: is a firewall between?`,
      };
    case '28P01':
    case '28000':
      return {
        nb: 'Rett bruker og passord i DATABASE_URL, eller pg_hba.conf på tjeneren.',
        en: 'Mend user and password in DATABASE_URL, or pg_hba.conf of the server.',
      };
    case '3D000':
      return {
        nb: `Lag databasen først: createdb, eller create database på tjeneren (${at}).`,
        en: `Make the database first: createdb, or create database on the server (${at}).`,
      };
    case '42501':
      return {
        nb: 'La en administrator kjøre der: create extension postgis;',
        en: 'Let an administrator run there: create extension postgis;',
      };
    default:
      return {
        nb: 'Rett DATABASE_URL, eller la den stå tom for å bruke den innebygde databasen.',
        en: 'Mend DATABASE_URL, or leave it unset to use the embedded database.',
      };
  }
}

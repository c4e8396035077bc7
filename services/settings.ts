import { z } from 'zod';
import type { Bilingual } from '../layers/declaration/bilingual.ts';
import { Explained } from '../layers/declaration/explained.ts';

/** What a process is told by its environment; `grunnriss doctor` lists them with their values. */
const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  GRUNNRISS_DATA: z.string().min(1).default('.grunnriss'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  GRUNNRISS_API_KEYS: z
    .string()
    .regex(/[^\s,]/) // commas alone would leave open what was meant to be closed
    .optional(),
  GRUNNRISS_BASE_URL: z.url().optional(),
  GRUNNRISS_CRS: z.coerce.number().int().default(25832),
});

export interface Settings {
  databaseUrl?: string;
  dataFolder: string;
  port: number;
  host: string;
  apiKeys: string[];
  baseUrl?: string;
  analysisSrid: number;
}

/** The environment is wrong; the explanation names each variable and what it must be. */
export class BadSettings extends Explained {}

/**
 * Read and validate the settings.
 * @throws BadSettings naming every wrong variable
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  // An empty variable is one that was not set: compose files and CI write them so.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) throw wrongIn(given, read.error);
  const { DATABASE_URL, GRUNNRISS_BASE_URL, ...rest } = read.data;
  return {
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    dataFolder: rest.GRUNNRISS_DATA,
    port: rest.PORT,
    host: rest.HOST,
    apiKeys: (rest.GRUNNRISS_API_KEYS ?? '')
      .split(',')
      .map((key) => key.trim())
      .filter(Boolean),
    ...(GRUNNRISS_BASE_URL && { baseUrl: GRUNNRISS_BASE_URL.replace(/\/+$/, '') }),
    analysisSrid: rest.GRUNNRISS_CRS,
  };
}

const settingRules: Record<keyof typeof Environment.shape, Bilingual> = {
  DATABASE_URL: { nb: 'må begynne med postgres://', en: 'must begin with postgres://' },
  GRUNNRISS_DATA: { nb: 'må være en mappe', en: 'must be a folder' },
  PORT: { nb: 'må være et helt tall fra 0 til 65535', en: 'must be a whole number from 0 to 65535' },
  HOST: { nb: 'må være en adresse', en: 'must be an address' },
  GRUNNRISS_API_KEYS: {
    nb: 'må ha minst én nøkkel, eller ikke være satt',
    en: 'must hold at least one key, or not be set',
  },
  GRUNNRISS_BASE_URL: {
    nb: 'må være en nettadresse, som https://kart.example.org',
    en: 'must be a web address, like https://kart.example.org',
  },
  GRUNNRISS_CRS: { nb: 'må være et EPSG-nummer, som 25832', en: 'must be an EPSG number, like 25832' },
};

/** Each wrong variable with what it must be and what it is, without passwords and keys. */
function wrongIn(given: NodeJS.ProcessEnv, { issues }: z.ZodError): BadSettings {
  const names = [...new Set(issues.map(({ path: [name] }) => name as keyof typeof settingRules))];
  const shown = (name: string) => given[name]?.replace(/\/\/.*@/, '//***@');
  const value = (name: string, [before, after]: [string, string]) =>
    name === 'GRUNNRISS_API_KEYS' ? '' : ` (${before}${shown(name)}${after})`;
  return new BadSettings({
    nb: names.map((name) => `${name}: ${settingRules[name].nb}${value(name, ['fikk «', '»'])}`).join('\n'),
    en: names.map((name) => `${name}: ${settingRules[name].en}${value(name, ["got '", "'"])}`).join('\n'),
  });
}

/** What every setting means, for the help page and the doctor. */
export const settingMeanings: Record<keyof typeof Environment.shape, Bilingual> = {
  DATABASE_URL: {
    nb: 'PostgreSQL-tjener med PostGIS; uten den brukes den innebygde databasen',
    en: 'PostgreSQL server with PostGIS; without it the embedded database is used',
  },
  GRUNNRISS_DATA: { nb: 'mappen til den innebygde databasen', en: 'folder of the embedded database' },
  PORT: { nb: 'porten til webtjeneren', en: 'port of the web server' },
  HOST: { nb: 'adressen webtjeneren lytter på', en: 'address the web server listens on' },
  GRUNNRISS_API_KEYS: {
    nb: 'nøkler med komma mellom; er noen satt, kreves en av dem for å endre data over HTTP',
    en: 'keys separated by commas; when any is set, changing data over HTTP needs one',
  },
  GRUNNRISS_BASE_URL: {
    nb: 'adressen brukerne ser, til lenker bak en mellomtjener',
    en: 'address users see, for links behind a proxy',
  },
  GRUNNRISS_CRS: {
    nb: 'EPSG-nummeret til analysesystemet; låst når databasen er laget',
    en: 'EPSG number of the analysis CRS; fixed when the database is made',
  },
};

import pino from 'pino';
import { serve, type Serving } from '../../services/api/server.ts';
import type { Process } from '../../services/runs/process.ts';
import type { Settings } from '../../services/settings.ts';
import type { Given } from '../setup/databases.ts';

/** An answer of the service under test. */
interface Got {
  status: number;
  header: (name: string) => string | null;
  text: string;
  /** The body as JSON. */
  json: <T = Record<string, unknown>>() => T;
}

export interface Asked {
  get: (path: string, headers?: Record<string, string>) => Promise<Got>;
  send: (method: string, path: string, body: string, headers?: Record<string, string>) => Promise<Got>;
  url: () => string;
}

/** Serve the suite's database on a free port for its duration, without a log, and ask it. */
export function serving(given: Given, changes: { settings?: Partial<Settings>; processes?: Process[] } = {}): Asked {
  let service: Serving;
  before(async () => {
    service = await serve({
      database: given.database(),
      catalogue: given.catalogue(),
      settings: { ...given.settings(), host: '127.0.0.1', port: 0, ...changes.settings },
      processes: changes.processes ?? [],
      logger: pino({ level: 'silent' }),
    });
  });
  after(() => service.close());
  const ask = async (path: string, request: RequestInit): Promise<Got> => {
    const response = await fetch(service.url + path, { redirect: 'manual', ...request });
    const text = await response.text();
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      text,
      json: <T>() => JSON.parse(text) as T,
    };
  };
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    send: (method, path, body, headers = {}) => ask(path, { method, body, headers }),
    url: () => service.url,
  };
}

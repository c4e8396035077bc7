import { z } from 'zod';

export const Link = z.object({
  href: z.string(),
  rel: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
});

/** A link as all OGC API resources write it (RFC 8288 relations). */
export type Link = z.infer<typeof Link>;

/** Values of a query; undefined ones are left out. */
type Query = Record<string, string | number | undefined>;

/** Writes addresses of this service: from the configured base, because the `Host` of a request is the asker's word. */
export class Addresses {
  readonly #base: string;
  constructor(base: string) {
    this.#base = base;
  }

  /** @param path of the service, with its variable parts already encoded */
  to(path: string, query: Query = {}): string {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
    return this.#base + path + (text && `?${text}`);
  }
}

const hostName = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

/** Addresses for a request: the configured base, else the host it came to; a host that is no host is not repeated. */
export function addressesFor(request: { protocol: string; host: string }, baseUrl: string | undefined): Addresses {
  if (baseUrl) return new Addresses(baseUrl);
  return new Addresses(hostName.test(request.host) ? `${request.protocol}://${request.host}` : '');
}

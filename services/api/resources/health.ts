import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { statement } from '../../database/statement.ts';
import { json, route } from '../route.ts';
import { tell } from '../tell.ts';

const never = { 'Cache-Control': 'no-store' };

/** The process is alive; says nothing about the database, so that a process is not restarted for its sake. */
export const health = route({
  method: 'get',
  path: '/health',
  id: 'getHealth',
  tag: 'Operation',
  summary: { nb: 'Lever tjenesten?', en: 'Is the service alive?' },
  wordless: true,
  formats: { json: 'application/json' },
  returns: z.object({ status: z.literal('alive') }),
  handle: () => json({ status: 'alive' }, 'application/json', never),
});

/** How long the database may take over a question that costs nothing. */
const patienceMs = 5_000;

/** The service can answer: the database is there and has its tables. */
export const ready = route({
  method: 'get',
  path: '/ready',
  id: 'getReady',
  tag: 'Operation',
  summary: { nb: 'Kan tjenesten svare?', en: 'Can the service answer?' },
  wordless: true,
  formats: { json: 'application/json' },
  returns: z.object({ status: z.literal('ready'), database: z.enum(['embedded', 'server']), layers: z.int() }),
  async handle({ database }) {
    const stop = new AbortController();
    const impatience = wait(patienceMs, undefined, { signal: stop.signal }).then(
      () => {
        throw tell(503, 'unavailable', ({ unavailable }) => unavailable, { headers: { 'Retry-After': '5' } });
      },
      () => undefined,
    );
    try {
      const asked = database.row<{ layers: number }>(statement('features/ready'));
      const answered = await Promise.race([asked, impatience]);
      return json(
        { status: 'ready', database: database.kind, layers: answered?.layers ?? 0 },
        'application/json',
        never,
      );
    } finally {
      stop.abort();
    }
  },
});

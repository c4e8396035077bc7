import { randomUUID } from 'node:crypto';
import { UnknownLayer } from '../../layers/catalogue.ts';
import { DatabaseUnavailable } from '../database/unavailable.ts';
import { badJson } from './json-place.ts';
import { Problem } from '../problem.ts';
import { shortened, tell } from './tell.ts';

/**
 * Other words of PostgreSQL for not being there for us now: no connection (class 08), refused (28), no such database
 * (3D), too many connections or no space (53), system trouble (58), dropped or idle too long (57P04, 57P05).
 */
const unreachable = /^(08\w{3}|28\w{3}|3D\w{3}|53\w{3}|58\w{3}|57P0[45])$/;
/** query_canceled: statement_timeout, or an administrator */
const cancelled = '57014';

interface Thrown {
  code?: unknown;
  /** body-parser's kind of failure */
  type?: unknown;
  body?: unknown;
  limit?: unknown;
  status?: unknown;
}

/**
 * The problem to tell for anything that was thrown.
 * @returns the problem, and the number under which an unforeseen error is logged
 */
export function problemOf(error: unknown): { problem: Problem; id?: string } {
  if (error instanceof Problem) return { problem: error };
  if (error instanceof UnknownLayer) return { problem: unknownLayer(error.id) };
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Thrown;
  const known = ofBody(thrown) ?? ofDatabase(error, thrown) ?? ofAddress(thrown);
  if (known) return { problem: known };
  const id = randomUUID();
  return { problem: tell(500, 'internal-error', ({ internal }) => ({ ...internal, detail: internal.detail(id) })), id };
}

const unknownLayer = (id: string): Problem =>
  tell(404, 'unknown-layer', ({ unknownLayer: say }) => ({ ...say, detail: say.detail(shortened(id)) }));

function ofBody({ type, body, limit }: Thrown): Problem | undefined {
  switch (type) {
    case 'entity.parse.failed':
      return badJson(String(body));
    case 'entity.too.large':
      return tell(413, 'too-large', ({ tooLarge }) => ({ ...tooLarge, detail: tooLarge.detail(inMegabytes(limit)) }));
    case 'charset.unsupported':
    case 'encoding.unsupported':
    case 'request.size.invalid':
    case 'request.aborted':
      return tell(400, 'bad-body', ({ badBody }) => badBody);
    default:
      return undefined;
  }
}

function ofDatabase(error: unknown, { code }: Thrown): Problem | undefined {
  if (code === cancelled) return tell(503, 'too-slow', ({ tooSlow }) => tooSlow);
  if (!(error instanceof DatabaseUnavailable) && !unreachable.test(String(code))) return undefined;
  return tell(503, 'unavailable', ({ unavailable }) => unavailable, { headers: { 'Retry-After': '5' } });
}

/** An address with broken percent signs: the router could not decode it, so there is nothing there. */
function ofAddress({ status }: Thrown): Problem | undefined {
  if (status !== 400) return undefined;
  return tell(404, 'not-found', ({ notFound }) => ({ ...notFound, detail: notFound.title }));
}

const inMegabytes = (bytes: unknown): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

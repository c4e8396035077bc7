import { randomUUID } from 'node:crypto';
import { UnknownLayer } from '../../layers/catalogue.ts';
import { badJson } from './json-place.ts';
import { Problem } from './problem.ts';
import { shortened, tell } from './tell.ts';

/** Codes by which PostgreSQL (classes 08, 28, 3D, 53, 57P, 58) and the network say that the database cannot be reached. */
const unreachable =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND|08\w{3}|28\w{3}|3D\w{3}|57P0[1-5]|53\w{3}|58\w{3})$/;
/** The pool says these without a code. */
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;
/** query_canceled: statement_timeout, or an administrator */
const cancelled = '57014';

interface Thrown {
  code?: unknown;
  /** body-parser's kind of failure */
  type?: unknown;
  message?: unknown;
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
  const known = ofBody(thrown) ?? ofDatabase(thrown) ?? ofAddress(thrown);
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

function ofDatabase({ code, message }: Thrown): Problem | undefined {
  if (code === cancelled) return tell(503, 'too-slow', ({ tooSlow }) => tooSlow);
  if (!unreachable.test(String(code)) && !lostConnection.test(String(message))) return undefined;
  return tell(503, 'unavailable', ({ unavailable }) => unavailable, { headers: { 'Retry-After': '5' } });
}

/** An address with broken percent signs: the router could not decode it, so there is nothing there. */
function ofAddress({ status }: Thrown): Problem | undefined {
  if (status !== 400) return undefined;
  return tell(404, 'not-found', ({ notFound }) => ({ ...notFound, detail: notFound.title }));
}

const inMegabytes = (bytes: unknown): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

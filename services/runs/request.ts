import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** All that decides the answer of a run; the same request gives the same bytes. */
export interface RunRequest {
  kind: string;
  /** The analysis's own version. */
  version: string;
  /** Every parameter, defaults filled in. */
  parameters: Record<string, unknown>;
  /** Edition of every layer that is read; null where the layer has none. */
  editions: Record<string, number | null>;
  /** SHA-256 of the canonical JSON of input that came with the request (a draft plan). */
  input?: string;
  seed?: number;
}

/** SHA-256, hexadecimal, of a value's canonical JSON (RFC 8785): the order of keys and the spelling of numbers do not matter. */
export function canonicalHash(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values have a canonical form.');
  return createHash('sha256').update(text).digest('hex');
}

/** The run's key: requests with the same key have the same answer. */
export const runKey = (request: RunRequest): string => canonicalHash(request);

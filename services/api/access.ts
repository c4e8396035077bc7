import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { tell } from './tell.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Let a request that changes data through only with one of the keys, when any are set (GRUNNRISS_API_KEYS).
 * Keys are compared by their digests in constant time, so that an answer's time says nothing about them.
 * @throws Problem 401
 */
export function requireKey(keys: readonly string[], header: (name: string) => string | undefined): void {
  const known = keys.map(digest);
  if (known.length === 0) return;
  const bearer = /^Bearer +(.+)$/i.exec(header('authorization') ?? '')?.[1];
  const given = digest(bearer ?? header('x-api-key') ?? '');
  if (known.some((key) => timingSafeEqual(key, given))) return;
  throw tell(401, 'key-needed', ({ keyNeeded }) => keyNeeded, { headers: { 'WWW-Authenticate': 'Bearer' } });
}

/** The same for an operation, before its body is read. */
export const needsKey =
  (keys: readonly string[]): RequestHandler =>
  (request, _response, next) => {
    requireKey(keys, (name) => request.get(name));
    next();
  };

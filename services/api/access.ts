import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { tell } from './tell.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Lets a request that changes data through only with one of the keys, when any are set (GRUNNRISS_API_KEYS).
 * Keys are compared by their digests in constant time, so that an answer's time says nothing about them.
 */
export function needsKey(keys: readonly string[]): RequestHandler {
  const known = keys.map(digest);
  return (request, _response, next) => {
    if (known.length === 0) return next();
    const bearer = /^Bearer +(.+)$/i.exec(request.get('authorization') ?? '')?.[1];
    const given = digest(bearer ?? request.get('x-api-key') ?? '');
    if (known.some((key) => timingSafeEqual(key, given))) return next();
    throw tell(401, 'key-needed', ({ keyNeeded }) => keyNeeded, { headers: { 'WWW-Authenticate': 'Bearer' } });
  };
}

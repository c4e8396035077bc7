import { createHash } from 'node:crypto';
import type { Edition } from '../services/imports/editions.ts';

/**
 * A short name for a set of editions, for addresses, tags and caches: another edition, or the same number in another
 * database, has another name.
 * @param drawn of their datasets, those that are drawn, in drawing order: another choice has another name
 */
export function editionKey(editions: readonly Edition[], drawn: readonly number[] = []): string {
  const said = editions.map(({ layer, number, publishedAt }) => `${layer} ${number} ${publishedAt}`).sort();
  return createHash('sha256')
    .update([...said, drawn.join()].join('\n'))
    .digest('base64url')
    .slice(0, 16);
}

import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { storableText } from '../database/storable.ts';

export interface SourceId {
  id: string;
  /** False: the source has no id, this one is made of what the feature is. */
  stable: boolean;
}

/**
 * The id under which a feature keeps its number: the source's own, else SHA-256 of its geometry and properties.
 * Features without id that are the same in everything are told apart by their turn (`…-2`), so that none is lost.
 */
export class SourceIds {
  /** Of features without id: the start of the hash, and how often it was met. */
  readonly #met = new Map<number, number>();
  identical = 0;
  withoutId = 0;

  of(own: string | null, wkb: Buffer | null, properties: Record<string, unknown>): SourceId {
    if (own !== null) return { id: storableText(own), stable: true };
    this.withoutId += 1;
    const hash = createHash('sha256');
    if (wkb) hash.update(wkb);
    const digest = hash.update(canonicalize(properties) ?? '').digest();
    // 48 bits are enough to count by: two different features that meet here only make a turn more in one id.
    const start = digest.readUIntBE(0, 6);
    const turn = (this.#met.get(start) ?? 0) + 1;
    this.#met.set(start, turn);
    if (turn === 1) return { id: digest.toString('hex'), stable: false };
    this.identical += 1;
    return { id: `${digest.toString('hex')}-${turn}`, stable: false };
  }
}

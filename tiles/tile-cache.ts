import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Dropped, MadeTile } from './source.ts';

const compress = promisify(gzip);

/** A tile as it is sent: compressed once, however often it is asked for. */
export interface StoredTile {
  /** Empty when the tile is. */
  gzipped: Buffer;
  dropped: Dropped[];
}

/** What an entry takes beside its bytes: the key, the list's links. */
const bytesPerEntry = 300;

/**
 * Tiles in memory, the least recently used thrown out when they take more than the given bytes. Keys name the
 * editions that a tile shows, so that nothing is ever stale: an edition does not change, and old ones are forgotten
 * for want of askers.
 */
export class TileCache {
  readonly #tiles = new Map<string, StoredTile>();
  readonly #inMaking = new Map<string, Promise<StoredTile>>();
  readonly #most: number;
  #bytes = 0;

  /** @param most bytes of compressed tiles to keep */
  constructor(most: number) {
    this.#most = most;
  }

  /** Bytes held now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The tile of a key: stored, or made once for all who ask for it at the same time. A failure is not stored. */
  async get(key: string, make: () => Promise<MadeTile>): Promise<{ tile: StoredTile; hit: boolean }> {
    const stored = this.#tiles.get(key);
    if (stored) {
      this.#tiles.delete(key); // to the young end
      this.#tiles.set(key, stored);
      return { tile: stored, hit: true };
    }
    const begun = this.#inMaking.get(key) ?? this.#make(key, make);
    return { tile: await begun, hit: false };
  }

  #make(key: string, make: () => Promise<MadeTile>): Promise<StoredTile> {
    const making = (async () => {
      const { bytes, dropped } = await make();
      const tile = { gzipped: bytes.length > 0 ? await compress(bytes) : Buffer.alloc(0), dropped };
      this.#store(key, tile);
      return tile;
    })().finally(() => this.#inMaking.delete(key));
    this.#inMaking.set(key, making);
    return making;
  }

  #store(key: string, tile: StoredTile): void {
    this.#tiles.set(key, tile);
    this.#bytes += bytesPerEntry + tile.gzipped.length;
    for (const [oldest, { gzipped }] of this.#tiles) {
      if (this.#bytes <= this.#most) break;
      this.#tiles.delete(oldest);
      this.#bytes -= bytesPerEntry + gzipped.length;
    }
  }
}

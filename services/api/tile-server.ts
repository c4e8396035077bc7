import type { Layer } from '../../layers/declaration/layer.ts';
import { editionKey } from '../../tiles/edition-key.ts';
import type { TileAddress } from '../../tiles/grid/tile-matrix-set.ts';
import { LayerBounds } from '../../tiles/layer-bounds.ts';
import { mvtInDatabase } from '../../tiles/mvt-in-database.ts';
import { mvtInProcess } from '../../tiles/mvt-in-process.ts';
import type { TileSource } from '../../tiles/source.ts';
import { TileCache, type StoredTile } from '../../tiles/tile-cache.ts';
import type { Database } from '../database/database.ts';
import { currentEditions, type Edition } from '../imports/editions.ts';

/** Memory for compressed tiles: several thousand of an ordinary map. */
const cacheBytes = 256 * 1024 * 1024;

/** Raised when the same editions make other tiles than before, so that nobody keeps the old ones. */
const making = 1;

/** What readers see of layers at one moment: resolved once per request. */
export interface Shown {
  layers: readonly Layer[];
  editions: readonly Edition[];
  /** Names these editions in addresses, tags and the cache. */
  key: string;
}

/** Tiles of layers from whatever database is there, kept in memory. */
export class TileServer {
  readonly bounds = new LayerBounds();
  readonly cache = new TileCache(cacheBytes);
  readonly #database: Database;
  readonly #source: TileSource;

  constructor(database: Database) {
    this.#database = database;
    this.#source = database.capabilities.vectorTiles ? mvtInDatabase(database) : mvtInProcess(database);
  }

  /** The current editions of layers; a layer without data has none. */
  async shown(layers: readonly Layer[]): Promise<Shown> {
    const ids = layers.map(({ id }) => id);
    const editions = [...(await currentEditions(this.#database, ids)).values()];
    return { layers, editions, key: `${making}-${editionKey(editions)}` };
  }

  /** A tile of what is shown, from memory when it is there. */
  tile({ layers, editions, key }: Shown, address: TileAddress): Promise<{ tile: StoredTile; hit: boolean }> {
    const ids = layers.map(({ id }) => id).join(',');
    return this.cache.get(`${ids} ${key} ${address.z}/${address.x}/${address.y}`, () => {
      const drawn = layers.flatMap((layer) => {
        const edition = editions.find((candidate) => candidate.layer === layer.id);
        return edition ? [{ layer, datasets: edition.datasets.map(({ id }) => id) }] : [];
      });
      return this.#source.tile(drawn, address);
    });
  }
}

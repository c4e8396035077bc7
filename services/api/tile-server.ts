import type { Layer } from '../../layers/declaration/layer.ts';
import { editionKey } from '../../tiles/edition-key.ts';
import type { TileAddress } from '../../tiles/grid/tile-matrix-set.ts';
import { LayerBounds } from '../../tiles/layer-bounds.ts';
import { mvtInDatabase } from '../../tiles/mvt-in-database.ts';
import { mvtInProcess } from '../../tiles/mvt-in-process.ts';
import { Successions } from '../../tiles/successions.ts';
import type { TileLayer, TileSource } from '../../tiles/source.ts';
import { TileCache, type StoredTile } from '../../tiles/tile-cache.ts';
import { drawnIn, yearsOf } from '../../tiles/years.ts';
import type { Database } from '../database/database.ts';
import { currentEditions, type Edition } from '../imports/editions.ts';

/** Memory for compressed tiles: several thousand of an ordinary map. */
const cacheBytes = 256 * 1024 * 1024;

/** Raised when the same editions make other tiles than before, so that nobody keeps the old ones. */
const making = 2;

/** A layer of the map: which datasets of its edition are drawn, and between which years there is a choice. */
interface ShownLayer extends TileLayer {
  years: readonly number[];
}

/** What readers see of layers at one moment: resolved once per request. */
export interface Shown {
  /** Those that have an edition. */
  layers: readonly ShownLayer[];
  editions: readonly Edition[];
  /** Names these editions and what is drawn of them in addresses, tags and the cache. */
  key: string;
}

/** Tiles of layers from whatever database is there, kept in memory. */
export class TileServer {
  readonly bounds = new LayerBounds();
  readonly cache = new TileCache(cacheBytes);
  readonly #database: Database;
  readonly #source: TileSource;
  readonly #successions = new Successions();

  constructor(database: Database) {
    this.#database = database;
    this.#source = database.capabilities.vectorTiles ? mvtInDatabase(database) : mvtInProcess(database);
  }

  /** The current editions of layers; a layer without data has none. */
  async editions(layers: readonly Layer[]): Promise<Edition[]> {
    const ids = layers.map(({ id }) => id);
    return [...(await currentEditions(this.#database, ids)).values()];
  }

  /**
   * What is drawn of layers: the one choice that tiles, their descriptions and the map go by (tiles/years.ts).
   * @param year of layers that come by year; the newest data of each place when left out
   */
  async shown(layers: readonly Layer[], year?: number): Promise<Shown> {
    const editions = await this.editions(layers);
    const shown: ShownLayer[] = [];
    for (const layer of layers) {
      const edition = editions.find((candidate) => candidate.layer === layer.id);
      if (!edition) continue;
      const succession = await this.#successions.of(this.#database, layer, edition);
      const datasets = drawnIn(edition.datasets, succession, year);
      shown.push({ layer, datasets, stacked: succession.size > 0, years: yearsOf(edition.datasets, succession) });
    }
    const drawn = shown.flatMap(({ datasets }) => datasets);
    return { layers: shown, editions, key: `${making}-${editionKey(editions, drawn)}` };
  }

  /** A tile of what is shown, from memory when it is there. */
  tile({ layers, key }: Shown, address: TileAddress): Promise<{ tile: StoredTile; hit: boolean }> {
    return this.cache.get(`${key} ${address.z}/${address.x}/${address.y}`, () => this.#source.tile(layers, address));
  }
}

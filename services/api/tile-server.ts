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
import { currentEditions, editionsOfRun, type Edition } from '../imports/editions.ts';
import { tell } from './tell.ts';

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

/** What is asked for where a layer has several things to show. */
interface Choice {
  year?: number | undefined;
  run?: string | undefined;
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

  /**
   * The current editions of layers; a layer without data has none.
   * @param run key of a run: its results take the place of those that are current
   * @throws Problem 404 for a run that is not done, or wrote to none of the layers
   */
  async editions(layers: readonly Layer[], run?: string): Promise<Edition[]> {
    const ids = layers.map(({ id }) => id);
    const current = await currentEditions(this.#database, ids);
    if (run === undefined) return [...current.values()];
    const results = await editionsOfRun(this.#database, ids, run);
    if (results.size === 0)
      throw tell(404, 'unknown-run', ({ unknownRun: say }) => ({ ...say, detail: say.detail(ids.join(', ')) }), {
        instance: 'run',
      });
    return [...new Map([...current, ...results]).values()];
  }

  /**
   * What is drawn of layers: the one choice that tiles, their descriptions and the map go by (tiles/years.ts).
   * @param year of layers that come by year; the newest data of each place when left out
   * @param run key of a run whose results are drawn
   * @throws Problem 404 as {@link editions} does
   */
  async shown(layers: readonly Layer[], { year, run }: Choice = {}): Promise<Shown> {
    const editions = await this.editions(layers, run);
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

import type { Catalogue } from '../layers/catalogue.ts';
import type { Session } from '../services/database/database.ts';
import { statement } from '../services/database/statement.ts';
import { editionKey } from './edition-key.ts';
import type { Edition } from '../services/imports/editions.ts';
import { finestBand } from './band.ts';
import type { Box } from './grid/tile-matrix-set.ts';
import { degrees } from './grid/web-mercator-quad.ts';

interface Row {
  layer: string;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Where the features of layers lie, found once per edition and remembered. */
export class LayerBounds {
  readonly #known = new Map<string, { edition: string; box: Box | undefined }>();

  /** Bounds in degrees by layer id; a layer without drawn features is not in the map. */
  async of(session: Session, catalogue: Catalogue, editions: readonly Edition[]): Promise<Map<string, Box>> {
    const unknown = editions.filter((edition) => this.#known.get(edition.layer)?.edition !== editionKey([edition]));
    if (unknown.length > 0) await this.#find(session, catalogue, unknown);
    return new Map(
      editions.flatMap(({ layer }): [string, Box][] => {
        const box = this.#known.get(layer)?.box;
        return box ? [[layer, box]] : [];
      }),
    );
  }

  async #find(session: Session, catalogue: Catalogue, editions: readonly Edition[]): Promise<void> {
    const wanted = editions.flatMap(({ layer, datasets }) =>
      datasets.map(({ id }) => ({ id, band: finestBand(catalogue.get(layer)) })),
    );
    const rows = await session.rows<Row>(statement('features/bounds'), {
      datasets: wanted.map(({ id }) => id),
      bands: wanted.map(({ band }) => band),
    });
    for (const edition of editions) {
      const row = rows.find(({ layer }) => layer === edition.layer);
      const box = row && degrees([row.west, row.south, row.east, row.north]);
      this.#known.set(edition.layer, { edition: editionKey([edition]), box });
    }
  }
}

import type { Layer } from '../layers/declaration/layer.ts';
import type { Session } from '../services/database/database.ts';
import { layerStatement } from '../services/database/layer-statement.ts';
import type { Edition } from '../services/imports/editions.ts';
import { editionKey } from './edition-key.ts';
import type { Succession } from './years.ts';

/** Cells along the longer side of a dataset's extent, and the side of the smallest, metres: a place moves between surveys. */
const cells = 32;
const leastCell = 25;
/** The share of the cells that stands for all: two surveys do not end at the same shore. Of a thousand, five. */
const nearlyAll = 0.995;

interface Row {
  id: number;
  replaced: string | null;
  preceded: boolean;
}

/** Which datasets of an edition take the place of which, found once per edition and remembered. */
export class Successions {
  readonly #known = new Map<string, { edition: string; found: Promise<Succession> }>();

  /**
   * Only of a layer whose features carry a year and whose edition holds several dates. Parts of other layers (plans,
   * registers) stand beside each other whatever their dates.
   */
  of(session: Session, layer: Layer, edition: Edition): Promise<Succession> {
    const dates = new Set(edition.datasets.flatMap(({ dataDate }) => dataDate ?? []));
    if (!('year' in layer.fields) || dates.size < 2) return Promise.resolve(new Map());
    const key = editionKey([edition]);
    const known = this.#known.get(layer.id);
    if (known?.edition === key) return known.found;
    const found = find(session, layer, edition);
    this.#known.set(layer.id, { edition: key, found });
    // A failure is not remembered.
    found.catch(() => this.#known.get(layer.id)?.found === found && this.#known.delete(layer.id));
    return found;
  }
}

async function find(session: Session, layer: Layer, edition: Edition): Promise<Succession> {
  const rows = await session.rows<Row>(layerStatement('tiles/succession', layer), {
    datasets: edition.datasets.map(({ id }) => id),
    fills: layer.tiles.coverage ?? false,
    cells,
    least_cell: leastCell,
    nearly_all: nearlyAll,
  });
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

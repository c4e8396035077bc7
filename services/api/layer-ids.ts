import type { Catalogue } from '../../layers/catalogue.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import { tell } from './tell.ts';

/** Most layers in one tile: what one tile costs must have a bound. */
const mostLayers = 60;

/**
 * The layers of a comma list, each once, in the catalogue's order, so that the same set is the same tile.
 * @throws UnknownLayer; Problem 400 for too many
 */
export function layersOf(catalogue: Catalogue, ids: string): Layer[] {
  const wanted = new Set(ids.split(','));
  if (wanted.size > mostLayers)
    throw tell(400, 'too-many-layers', ({ tooManyLayers: say }) => ({ ...say, detail: say.detail(mostLayers) }));
  for (const id of wanted) catalogue.get(id);
  return catalogue.layers.filter(({ id }) => wanted.has(id));
}

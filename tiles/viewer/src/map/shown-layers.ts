import type { FilterSpecification, LayerSpecification, Map, StyleSpecification } from 'maplibre-gl';
import type { Collection } from '../answers.ts';
import { rank } from './drawing-order.ts';
import { groundLayer } from './ground.ts';
import { paperLayer } from './paper.ts';
import { toned } from './tone.ts';
import { colouredByVerdict, patterned, patternName } from './verdict-patterns.ts';

/** The layers on the map: put there when first turned on, hidden and shown after that. */
export interface ShownLayers {
  /** @throws when the layer's style does not arrive */
  show(collection: Collection): Promise<void>;
  hide(id: string): void;
  /** Ids of the style layers that can be pointed at now, in no order. */
  visible(): string[];
  /** Ask again for the tiles that did not arrive. */
  refresh(): void;
}

interface Drawn {
  layers: string[];
  visible: boolean;
}

/** @param styleOf fetches a layer's style document, whose only source is the layer's tiles */
export function shownLayers(map: Map, styleOf: (id: string) => Promise<StyleSpecification>): ShownLayers {
  const drawn = new globalThis.Map<string, Drawn>();
  const ranks = new globalThis.Map<string, number>();
  const wanted = new Set<string>();

  const setVisible = (entry: Drawn, visible: boolean) => {
    entry.visible = visible;
    for (const layer of entry.layers) map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
  };

  const add = (collection: Collection, style: StyleSpecification) => {
    for (const source of Object.values(style.sources))
      if (!map.getSource(collection.id)) map.addSource(collection.id, source);
    const drawings = [...style.layers, ...patternsFor(collection, style.layers)].flatMap((layer) =>
      toned(layer, collection),
    );
    const layers = drawings.map((layer, index) => ({
      ...layer,
      id: `${collection.id}:${index}`,
      source: collection.id,
    })) as LayerSpecification[];
    for (const layer of layers) {
      const place = rank(collection, layer.type);
      // Names, findings and the mark of the chosen feature have no rank: they stay above every layer.
      const above = map.getLayersOrder().find((id) => !beneath.has(id) && (ranks.get(id) ?? Infinity) > place);
      ranks.set(layer.id, place);
      map.addLayer(layer, above);
    }
    drawn.set(collection.id, { layers: layers.map((layer) => layer.id), visible: true });
  };

  return {
    async show(collection) {
      wanted.add(collection.id);
      if (!drawn.has(collection.id)) {
        const style = await styleOf(collection.id);
        if (!drawn.has(collection.id)) add(collection, style);
      }
      // Turned off again while its style was on the way.
      const entry = drawn.get(collection.id);
      if (entry) setVisible(entry, wanted.has(collection.id));
    },
    hide(id) {
      wanted.delete(id);
      const entry = drawn.get(id);
      if (entry) setVisible(entry, false);
    },
    visible: () => [
      ...[...drawn.values()].flatMap((entry) => (entry.visible ? entry.layers : [])),
      // Also pointed at: a place always says which municipality it is in.
      ...(map.getLayer(groundLayer) ? [groundLayer] : []),
    ],
    refresh() {
      for (const id of drawn.keys()) map.refreshTiles(id);
    },
  };
}

const beneath = new Set([paperLayer, groundLayer]);

/** A layer coloured by verdict also gets the verdicts' patterns. */
function patternsFor(collection: Collection, layers: LayerSpecification[]): LayerSpecification[] {
  const fill = layers.find((layer) => layer.type === 'fill');
  if (!colouredByVerdict(collection) || !fill) return [];
  return patterned.map((verdict) => ({
    ...fill,
    filter: ['==', ['get', 'verdict'], verdict] satisfies FilterSpecification,
    paint: { 'fill-pattern': patternName(verdict) },
  }));
}

import type { FilterSpecification, LayerSpecification, Map, StyleSpecification } from 'maplibre-gl';
import type { Collection } from '../answers.ts';
import { spanOf, yearsOf, type ChosenYears, type YearSpan } from '../years.ts';
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
  /** For layers that come by year: draw the features of the chosen ones. */
  showYears(chosen: ChosenYears): void;
  /** Ids of the style layers that can be pointed at now, in no order. */
  visible(): string[];
  /** Ask again for the tiles that did not arrive. */
  refresh(): void;
}

interface Drawn {
  collection: Collection;
  layers: LayerSpecification[];
  visible: boolean;
}

/** @param styleOf fetches a layer's style document, whose only source is the layer's tiles */
export function shownLayers(map: Map, styleOf: (id: string) => Promise<StyleSpecification>): ShownLayers {
  const drawn = new globalThis.Map<string, Drawn>();
  const ranks = new globalThis.Map<string, number>();
  const wanted = new Set<string>();
  let years: ChosenYears = new globalThis.Map();

  const setVisible = (entry: Drawn, visible: boolean) => {
    entry.visible = visible;
    for (const { id } of entry.layers) map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
  };

  const filter = ({ collection, layers }: Drawn) => {
    const span = spanOf(yearsOf(collection), years.get(collection.id));
    if (span) for (const layer of layers) map.setFilter(layer.id, withinSpan(layer, span));
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
    const entry = { collection, layers, visible: true };
    drawn.set(collection.id, entry);
    filter(entry);
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
    showYears(chosen) {
      years = chosen;
      for (const entry of drawn.values()) filter(entry);
    },
    visible: () => [
      ...[...drawn.values()].flatMap((entry) => (entry.visible ? entry.layers.map(({ id }) => id) : [])),
      // Also pointed at: a place always says which municipality it is in.
      ...(map.getLayer(groundLayer) ? [groundLayer] : []),
    ],
    refresh() {
      for (const id of drawn.keys()) map.refreshTiles(id);
    },
  };
}

const beneath = new Set([paperLayer, groundLayer]);

/** The layer's own filter and the years; a feature without a year is of every year. */
function withinSpan(layer: LayerSpecification, { after, until }: YearSpan): FilterSpecification {
  const year = ['get', 'year'];
  const late = after === null ? true : ['>', year, after];
  const early = until === null ? true : ['<=', year, until];
  const own = 'filter' in layer && layer.filter ? layer.filter : true;
  return ['all', own, ['any', ['!', ['has', 'year']], ['all', late, early]]] as FilterSpecification;
}

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

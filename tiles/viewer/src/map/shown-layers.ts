import type { FilterSpecification, LayerSpecification, Map, StyleSpecification } from 'maplibre-gl';
import type { Collection } from '../answers.ts';
import type { ChosenYears } from '../chosen-years.ts';
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
  /** For layers that come by year: show what there is of the chosen ones. @throws when a style does not arrive */
  showYears(chosen: ChosenYears): Promise<void>;
  /** Ids of the style layers that can be pointed at now, in no order. */
  visible(): string[];
  /** Ask again for the tiles that did not arrive. */
  refresh(): void;
}

interface Drawn {
  collection: Collection;
  layers: LayerSpecification[];
  visible: boolean;
  /** The year that was asked for when it was drawn. */
  year: number | undefined;
}

/** @param styleOf fetches a layer's style document for a year, whose only source is the layer's tiles */
export function shownLayers(
  map: Map,
  styleOf: (id: string, year: number | undefined) => Promise<StyleSpecification>,
): ShownLayers {
  const drawn = new globalThis.Map<string, Drawn>();
  const ranks = new globalThis.Map<string, number>();
  const wanted = new Set<string>();
  let years: ChosenYears = new globalThis.Map();

  const setVisible = (entry: Drawn, visible: boolean) => {
    entry.visible = visible;
    for (const { id } of entry.layers) map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
  };

  const add = (collection: Collection, style: StyleSpecification, year: number | undefined) => {
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
    drawn.set(collection.id, { collection, layers, visible: true, year });
  };

  /** Draw a layer for the year that is chosen when its style arrives. */
  const draw = async (collection: Collection) => {
    const { id } = collection;
    const year = years.get(id);
    const style = await styleOf(id, year);
    // Another year was chosen meanwhile: its own style is on the way.
    if (year !== years.get(id)) return;
    const before = drawn.get(id);
    if (before && before.year === year) return;
    if (before) {
      for (const layer of before.layers) map.removeLayer(layer.id);
      map.removeSource(id); // another year is other tiles
    }
    add(collection, style, year);
    const entry = drawn.get(id);
    if (entry) setVisible(entry, wanted.has(id));
  };

  return {
    async show(collection) {
      wanted.add(collection.id);
      const entry = drawn.get(collection.id);
      if (entry) setVisible(entry, true);
      if (!entry || entry.year !== years.get(collection.id)) await draw(collection);
    },
    hide(id) {
      wanted.delete(id);
      const entry = drawn.get(id);
      if (entry) setVisible(entry, false);
    },
    async showYears(chosen) {
      years = chosen;
      const others = [...drawn.values()].filter(({ collection: { id }, year }) => year !== chosen.get(id));
      await Promise.all(others.map(({ collection }) => draw(collection)));
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

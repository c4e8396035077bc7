import type { Facts, LegendEntry, Property } from '../answers.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import type { Texts } from '../texts/texts.ts';
import { datasetNote } from './dataset-note.ts';
import { exampleTag } from './example-tag.ts';
import { swatch } from './swatch.ts';

interface FactsEntry {
  facts: Facts;
  layerTitle: string;
  legend: LegendEntry | null;
}

interface Given {
  texts: Texts;
  figures: Figures;
  entries: FactsEntry[];
  /** Called with the entry that the reader opens. */
  open: (entry: FactsEntry) => void;
  zoomTo: (entry: FactsEntry) => void;
  /** What a kind of layer has to say above its facts, and the names of the fields that it says. */
  more: (entry: FactsEntry) => { card: HTMLElement; says: ReadonlySet<string> } | null;
}

/** Facts about the features at a place: the topmost open, the others a press away. */
export function factsOf({ texts, figures, entries, open, zoomTo, more }: Given): HTMLElement[] {
  return entries.map((entry, index) => {
    const { facts } = entry;
    const above = more(entry);
    const card = element('details', { class: 'fact', name: 'fact', open: index === 0 }, [
      element('summary', {}, [
        entry.legend ? swatch(entry.legend) : null,
        heading(entry),
        facts.dataset.example ? exampleTag(texts) : null,
      ]),
      element('div', { class: 'fact-body' }, [
        above?.card,
        propertyList(
          facts.facts.filter(({ name }) => !above?.says.has(name)),
          texts,
          figures,
        ),
        municipalityPage(entry, texts),
        unmappedList(facts.unmapped, texts),
        datasetNote(facts, texts, figures),
        element(
          'button',
          { type: 'button', class: 'ds-button', 'data-variant': 'secondary', 'data-size': 'sm' },
          texts.zoomTo,
          { click: () => zoomTo(entry) },
        ),
      ]),
    ]);
    card.addEventListener('toggle', () => {
      if (card.open) open(entry);
    });
    return card;
  });
}

/** The layer above the feature's own name, or above what its colour means where it has none. */
function heading({ facts, layerTitle, legend }: FactsEntry): HTMLElement {
  const name = facts.name ?? (legend?.code ? legend.text : null);
  return element('span', { class: 'fact-head' }, [
    name ? element('span', { class: 'fact-layer' }, layerTitle) : null,
    element('span', { class: 'fact-name' }, name ?? layerTitle),
  ]);
}

/** The way to all that is known of a municipality. */
function municipalityPage({ facts: { layer, properties } }: FactsEntry, texts: Texts): HTMLElement | null {
  const number = properties['number'];
  if (layer !== 'municipality' || typeof number !== 'string') return null;
  const query = new URLSearchParams({ f: 'html', lang: document.documentElement.lang });
  const href = `../municipalities/${encodeURIComponent(number)}?${query.toString()}`;
  return element('p', {}, [element('a', { class: 'ds-link', href }, texts.municipalityPage)]);
}

/** How a feature is drawn: by its code, or as the rest of its layer. */
export function legendEntryOf({ facts, properties }: Facts, legend: LegendEntry[]): LegendEntry | null {
  // The same code may stand in other fields; in the field that decides the colour its text is the legend's too.
  const drawn = ({ code, text }: LegendEntry) =>
    code !== null && facts.some(({ name, value }) => value === text && String(properties[name]) === code);
  return legend.find(drawn) ?? legend.find(({ code }) => code === null) ?? null;
}

function propertyList(properties: Property[], texts: Texts, figures: Figures): HTMLElement {
  return element(
    'dl',
    { class: 'properties' },
    properties.flatMap((property) => [
      element('dt', {}, property.title),
      property.value === null
        ? element('dd', { class: 'not-given' }, texts.notGiven)
        : element('dd', {}, written(property, texts, figures)),
    ]),
  );
}

function written({ value, kind, unit }: Property, texts: Texts, figures: Figures): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (kind === 'date') return figures.day(String(value));
  // Years and codes are no quantities: no separators in them.
  const text = typeof value === 'number' && (unit || kind === 'number') ? figures.number(value, 3) : String(value);
  return unit ? `${text} ${unit}` : text;
}

function unmappedList(unmapped: Record<string, unknown>, texts: Texts): HTMLElement | null {
  const rest = Object.entries(unmapped);
  if (rest.length === 0) return null;
  return element('details', { class: 'unmapped' }, [
    element('summary', {}, texts.unmapped),
    element(
      'dl',
      { class: 'properties' },
      rest.flatMap(([name, value]) => [
        element('dt', {}, name),
        element('dd', {}, typeof value === 'string' ? value : JSON.stringify(value)),
      ]),
    ),
  ]);
}

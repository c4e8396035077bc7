import { groups } from '../../../../layers/declaration/layer.ts';
import { yearShown } from '../../../years.ts';
import type { Collection } from '../answers.ts';
import type { ChosenYears } from '../chosen-years.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import type { Observable } from '../observable.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';
import { dataInFull, dataInShort } from './layer-data.ts';
import { swatch } from './swatch.ts';

interface Given {
  texts: Texts;
  figures: Figures;
  collections: Collection[];
  /** Ids of the layers that are on. */
  on: Observable<ReadonlySet<string>>;
  years: Observable<ChosenYears>;
  zoom: Observable<number>;
}

/** The layers in the catalogue's groups and order, each with a switch, its legend, and what its data are. */
export function layerList(given: Given): HTMLElement {
  const members = (group: string) => given.collections.filter((collection) => collection.group.id === group);
  return element(
    'div',
    { class: 'layers' },
    Object.keys(groups).flatMap((group) => (members(group).length > 0 ? [layerGroup(given, members(group))] : [])),
  );
}

function layerGroup(given: Given, members: Collection[]): HTMLElement {
  const { texts, on } = given;
  const count = element('span', { class: 'group-count' });
  const root = element('details', { class: 'group' }, [
    element('summary', {}, [element('span', { class: 'group-title' }, members[0]?.group.title), count]),
    element(
      'ul',
      {},
      members.map((collection) => layerRow(given, collection)),
    ),
  ]);
  root.open = members.some(({ id }) => on.get().has(id));
  on.observe((shown) => {
    const these = members.filter(({ id }) => shown.has(id)).length;
    count.textContent = fill(texts.layerCount, { shown: these, count: members.length });
    root.classList.toggle('group-off', these === 0);
  });
  return root;
}

function layerRow(given: Given, collection: Collection): HTMLElement {
  const { texts, figures, on, zoom } = given;
  const { id, title, datasets, legend } = collection;
  const box = element('input', {
    type: 'checkbox',
    class: 'ds-input',
    id: `layer-${id}`,
    disabled: datasets.length === 0,
  });
  const single = legend.length === 1 ? legend[0] : undefined;
  const far = element('span', { class: 'layer-far' }, texts.zoomInToSee);
  const codes = single ? null : legendList(given, collection);
  const row = element('li', { class: datasets.length === 0 ? 'layer layer-empty' : 'layer' }, [
    box,
    element('label', { for: `layer-${id}`, title: collection.description }, [
      single ? swatch(single) : null,
      element('span', { class: 'layer-title' }, title),
    ]),
    element('p', { class: 'layer-data' }, dataInShort(collection, texts)),
    element('div', { class: 'layer-more' }, [
      element('p', {}, [dataInFull(collection, texts, figures), far]),
      yearChoice(given, collection),
      codes,
    ]),
  ]);
  box.addEventListener('change', () => {
    const next = new Set(on.get());
    if (box.checked) next.add(id);
    else next.delete(id);
    on.set(next);
  });
  const update = () => {
    box.checked = on.get().has(id);
    row.classList.toggle('layer-on', box.checked);
    far.hidden = !box.checked || zoom.get() >= collection.zooms[0];
  };
  on.observe(update);
  zoom.observe(update);
  return row;
}

/** A choice of year for a layer that comes by year; null for others. */
function yearChoice({ texts, years }: Given, collection: Collection): HTMLElement | null {
  const latest = collection.years.at(-1);
  if (latest === undefined) return null;
  const select = element(
    'select',
    { class: 'ds-input', 'data-width': 'auto' },
    collection.years.map((year) => element('option', { value: year }, String(year))),
  );
  select.addEventListener('change', () => {
    const others = [...years.get()].filter(([id]) => id !== collection.id);
    const chosen = Number(select.value);
    years.set(new Map(chosen === latest ? others : [...others, [collection.id, chosen]]));
  });
  years.observe((chosen) => (select.value = String(yearShown(collection.years, chosen.get(collection.id)))));
  return element('label', { class: 'layer-year' }, [texts.year, select]);
}

/** Open when it is short; a list of thirty purposes would push every other layer out of sight. Says which year is shown. */
function legendList({ texts, years }: Given, { id, legend, years: choices }: Collection): HTMLElement {
  const summary = element('summary');
  years.observe((chosen) => {
    const year = yearShown(choices, chosen.get(id));
    const text = year === undefined ? texts.legend : texts.legendOfYear;
    summary.textContent = fill(text, { count: legend.length, year: year ?? '' });
  });
  const kind = choices.length > 0 ? 'legend legend-of-year' : 'legend';
  return element('details', { class: kind, open: legend.length <= short }, [
    summary,
    element(
      'ul',
      {},
      legend.map((entry) => element('li', {}, [swatch(entry), element('span', {}, entry.text)])),
    ),
  ]);
}

const short = 8;

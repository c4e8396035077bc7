import type { Collection } from '../answers.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';

/** The days the datasets are of, earliest first, each once; a result is of the day it was made. */
const datesOf = ({ datasets, producedBy }: Collection): string[] =>
  [
    ...new Set(datasets.flatMap(({ dataDate, importedAt }) => dataDate ?? (producedBy ? importedAt.slice(0, 10) : []))),
  ].sort();

/** In short, beside the layer's name: the years of the data, whether they are made up, or that there are none. */
export function dataInShort(collection: Collection, texts: Texts): HTMLElement {
  const { datasets } = collection;
  if (datasets.length === 0) return element('span', { class: 'layer-none', title: texts.noDataHint }, texts.noData);
  const years = datesOf(collection).map((iso) => iso.slice(0, 4));
  const [from, to] = [years[0], years.at(-1)];
  const example = datasets.some((dataset) => dataset.example);
  return element('span', {}, [
    from === to ? (from ?? texts.undated) : `${from}–${to}`,
    example ? element('span', { class: 'layer-example', title: texts.exampleHint }, texts.example) : null,
  ]);
}

/** In full, below a layer that is on: the day or days of the data. */
export function dataInFull(collection: Collection, texts: Texts, figures: Figures): string {
  const dates = datesOf(collection);
  const [from, to] = [dates[0], dates.at(-1)];
  if (!from || !to) return texts.dataDateUnknown;
  if (collection.producedBy) return fill(texts.computed, { date: figures.day(to) });
  if (from === to) return fill(texts.dataDate, { date: figures.day(from) });
  return fill(texts.dataDates, { from: figures.day(from), to: figures.day(to) });
}
